import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { SuspendedPost } from '@contract/people'
import { Notice } from '@/components/Notice'
import { words } from '@/words'

const said = words.home.suspended
const { role: roleName } = words.registration

interface SuspendedNoticeProps {
  posts: readonly SuspendedPost[]
  today: Day
}

/** Which posts their holder has lately lost, and whom to ask: their work is not on this screen any more. */
export function SuspendedNotice({ posts, today }: SuspendedNoticeProps) {
  if (posts.length === 0) return null
  return (
    <Notice tone="calm" title={said.title}>
      {posts.map(({ id, role, place, at, by }) => (
        <View key={id}>
          {said.post(
            words.home.work.post(roleName[role], place.names.slice(-2).join(' ')),
            words.dates.instant(at, today),
            words.registration.roleAndName(roleName[by.role], by.name),
          )}
        </View>
      ))}
      <View>{said.stays}</View>
    </Notice>
  )
}
