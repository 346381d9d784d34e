import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { AT_LEAST } from '@contract/inbox'
import type { Post } from '@contract/people'
import { returneeMachine } from '@contract/returnee'
import { isCaseRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import './WorkCard.scss'

const said = words.home.work

const mayRegister = (posts: readonly Post[]): boolean =>
  posts.some(({ role }) => returneeMachine.start.by.includes(role))

/** What is not counted further is said to be more. */
const atLeast = (count?: number) => (count === AT_LEAST ? said.atLeast(count) : count)

/** What waits for a member of staff, and the two ways to work. */
export function WorkCard({ posts }: { posts: readonly Post[] }) {
  const inbox = useQuery(asked('inbox', 'list', {}))
  useFreshWhenShown(inbox)
  const counts = inbox.data?.counts
  const shown = [
    { name: said.open, count: counts?.open, isLate: false },
    { name: said.overdue, count: atLeast(counts?.overdue), isLate: (counts?.overdue ?? 0) > 0 },
    { name: said.mine, count: atLeast(counts?.mine), isLate: false },
    { name: said.waitingForResident, count: counts?.waitingForResident, isLate: false },
  ]
  return (
    <View className="card">
      <Text className="title">{said.title}</Text>
      {posts.map(({ id, role, place }) => (
        <View key={id} className="soft">
          {said.post(words.registration.role[role], place.names[place.names.length - 1] ?? '')}
        </View>
      ))}
      <View className="work-card__counts">
        {shown.map(({ name, count, isLate }) => (
          <View key={name} className={`work-card__count${isLate ? ' work-card__count--late' : ''}`}>
            <Text className="work-card__number">{count ?? said.unknown}</Text>
            <Text className="work-card__name">{name}</Text>
          </View>
        ))}
      </View>
      <View className="beside">
        {mayRegister(posts) && (
          <BigButton
            onClick={() => void Taro.navigateTo({ url: '/pages/returnee/register/index?for=telephone' })}
          >
            {said.telephone}
          </BigButton>
        )}
        <BigButton tone="primary" onClick={() => void Taro.navigateTo({ url: '/staff/inbox/index' })}>
          {posts.some(({ role }) => isCaseRole(role)) ? said.inbox : said.look}
        </BigButton>
      </View>
    </View>
  )
}
