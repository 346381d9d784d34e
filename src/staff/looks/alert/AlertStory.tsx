import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.looks.alert

const sentenceOf = ({ event, actor, name }: TimelineEntry): string => {
  if (event === 'relocate') return said.happened.relocate
  return event === 'settle'
    ? said.happened.settle([words.registration.role[actor], name].filter(Boolean).join(' '))
    : said.happened.raise
}

/** When it was noticed, and what came of it. */
export function AlertStory({ timeline, today }: { timeline: readonly TimelineEntry[]; today: Day }) {
  return (
    <View className="card">
      {timeline.map((entry, index) => (
        <View key={index}>
          <Text className="soft">{`${words.dates.instant(entry.at, today)} ${sentenceOf(entry)}`}</Text>
          {entry.words && <View>{entry.words}</View>}
        </View>
      ))}
    </View>
  )
}
