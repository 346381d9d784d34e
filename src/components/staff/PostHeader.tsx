import { Text, View } from '@tarojs/components'
import type { Post } from '@contract/people'
import { words } from '@/words'
import './PostHeader.scss'

/** Who is at work here: the name, and each role with its place. */
export function PostHeader({ name, posts }: { name: string; posts: readonly Post[] }) {
  return (
    <View className="post-header">
      <Text className="post-header__name">{name}</Text>
      {posts.map(({ id, role, place }) => (
        <Text key={id} className="post-header__post">
          {`${words.registration.role[role]} · ${place.names.join(' ')}`}
        </Text>
      ))}
    </View>
  )
}
