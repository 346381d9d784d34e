import { Text, View } from '@tarojs/components'
import type { Post } from '@contract/people'
import { words } from '@/words'

const said = words.home.work

/** The posts of staff who handle no cases, with what they are there for. */
export function PostCard({ posts }: { posts: readonly Post[] }) {
  if (posts.length === 0) return null
  return (
    <View className="card">
      <Text className="title">{said.title}</Text>
      {posts.map(({ id, role, place }) => (
        <View key={id}>
          <View>{said.post(words.registration.role[role], place.names[place.names.length - 1] ?? '')}</View>
          <View className="soft">{said.purpose[role]}</View>
        </View>
      ))}
    </View>
  )
}
