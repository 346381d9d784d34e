import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Post } from '@contract/people'
import { keeperRoles, officerRoles, policyRoles, readerRoles, type StaffRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'
import './WorkLinks.scss'

interface WorkLink {
  label: string
  url: string
  roles: readonly StaffRole[]
}

/** Where staff go from home besides the inbox, by role. */
const workLinks: readonly WorkLink[] = [
  { label: words.home.work.households, url: '/staff/households/index', roles: readerRoles },
  { label: words.home.work.rewards, url: '/staffTips/desk/index', roles: officerRoles },
  { label: words.home.work.places, url: '/staff/places/index', roles: keeperRoles },
  { label: words.home.work.looks, url: '/staff/looks/list/index', roles: keeperRoles },
  { label: words.home.work.risk, url: '/staff/risk/index', roles: policyRoles },
  { label: words.home.work.policy, url: '/staff/policy/index', roles: policyRoles },
  { label: words.home.work.keeping, url: '/staff/keeping/index', roles: keeperRoles },
  { label: words.home.work.people, url: '/staff/people/index', roles: keeperRoles },
]

/** The ways to work that the caller's posts open. */
export function WorkLinks({ posts }: { posts: readonly Post[] }) {
  const open = workLinks.filter(({ roles }) => posts.some(({ role }) => roles.includes(role)))
  if (open.length === 0) return null
  return (
    <View className="work-links">
      {open.map(({ label, url }) => (
        <View key={url} className="work-links__one">
          <BigButton onClick={() => void Taro.navigateTo({ url })}>{label}</BigButton>
        </View>
      ))}
    </View>
  )
}
