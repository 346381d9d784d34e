import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import type { StaffLine, StaffList } from '@contract/staff'
import { BigButton } from '@/components/BigButton'
import { Tag } from '@/components/Tag'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import './StaffLines.scss'

const said = staffWords.people

/** So many lines at a time: an old phone draws hundreds slowly. */
const SHOWN = 50

/** The staff of a place, one post a line. */
export function StaffLines({ posts, more }: StaffList) {
  const [most, setMost] = useState(SHOWN)
  const left = posts.length - most
  return (
    <>
      {posts.slice(0, most).map((post) => (
        <Line key={post.id} post={post} />
      ))}
      {left > 0 && <BigButton onClick={() => setMost(most + SHOWN)}>{said.list.more(left)}</BigButton>}
      <View className="soft staff-lines__end">
        {more ? said.list.tooMany(posts.length) : said.list.count(posts.length)}
      </View>
    </>
  )
}

const openPerson = (id: string) => void Taro.navigateTo({ url: `/staff/person/index?post=${id}` })

function Line({ post: { id, name, role, place, appointedBy, suspended } }: { post: StaffLine }) {
  return (
    <Tap className="card" label={said.list.open(name)} onTap={() => openPerson(id)}>
      <View className="staff-lines__head">
        <Text className="staff-lines__name">{name}</Text>
        {suspended && <Tag tone="danger" text={said.list.suspended} />}
      </View>
      <View>{said.list.post(words.registration.role[role], place.names.slice(-2).join(' '))}</View>
      {appointedBy && <View className="soft">{said.list.appointedBy(appointedBy.name)}</View>}
    </Tap>
  )
}
