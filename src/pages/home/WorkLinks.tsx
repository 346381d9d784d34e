import Taro from '@tarojs/taro'
import type { Post } from '@contract/people'
import type { StaffRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'

interface WorkLink {
  label: string
  url: string
  roles: readonly StaffRole[]
}

/** Where staff go from home besides the inbox, by role. */
const workLinks: readonly WorkLink[] = []

/** The ways to work that the caller's posts open. */
export function WorkLinks({ posts }: { posts: readonly Post[] }) {
  const open = workLinks.filter(({ roles }) => posts.some(({ role }) => roles.includes(role)))
  return (
    <>
      {open.map(({ label, url }) => (
        <BigButton key={url} onClick={() => void Taro.navigateTo({ url })}>
          {label}
        </BigButton>
      ))}
    </>
  )
}
