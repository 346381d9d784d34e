import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Quote } from '@/components/staff/Quote'

const { happened } = staffWords.texts

const sentenceOf = ({ event, actor, name }: TimelineEntry): string => {
  const who = [words.registration.role[actor], name].filter(Boolean).join(' ')
  if (event === 'reveal') return happened.reveal(who)
  if (event === 'keep') return happened.keep(who)
  if (event === 'hide') return happened.hide(who)
  return event === 'relocate' ? happened.relocate : happened.doubt
}

/** Who has read the text, and what was decided. */
export function TextStory({ timeline, today }: { timeline: readonly TimelineEntry[]; today: Day }) {
  return (
    <View className="card">
      {timeline.map((entry, index) => (
        <View key={index}>
          <Text className="soft">{`${words.dates.instant(entry.at, today)} ${sentenceOf(entry)}`}</Text>
          <Quote words={entry.event === 'hide' ? entry.words : null} />
        </View>
      ))}
    </View>
  )
}
