import { Text, View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { PostHistoryEntry } from '@contract/staff'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import './History.scss'

const said = staffWords.people

/** What happened to a post, the latest first. */
export function History({ entries }: { entries: readonly PostHistoryEntry[] }) {
  const today = dayOf(new Date())
  return (
    <View className="card">
      <Text className="title">{said.person.history}</Text>
      {entries.length === 0 && <View className="soft">{said.person.noHistory}</View>}
      {entries.map((entry) => (
        <View key={entry.at + entry.event} className="post-history__one">
          <View className="soft">{words.dates.instant(entry.at, today)}</View>
          <View>{said.happened[entry.event](entry.detail, whoOf(entry))}</View>
          {entry.words && <View className="post-history__words">{entry.words}</View>}
        </View>
      ))}
    </View>
  )
}

const whoOf = ({ by }: PostHistoryEntry): string =>
  words.registration.roleAndName(words.registration.role[by.role], by.name)
