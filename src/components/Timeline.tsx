import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import type { Reader } from '@/words'
import { timelineLines } from './timelineLines'
import './Timeline.scss'

export interface TimelineProps {
  /** Oldest first, as the function returns them. */
  entries: readonly TimelineEntry[]
  reader: Reader
  today: Day
}

/** What happened to a case, the latest on top. */
export function Timeline({ entries, reader, today }: TimelineProps) {
  return (
    <View className="timeline">
      {timelineLines(entries, reader, today).map(({ when, sentence, words: quoted }, index) => (
        <View key={entries.length - index} className="timeline__entry">
          <View className="timeline__dot" />
          <Text className="timeline__when">{when}</Text>
          <Text className="timeline__sentence">{sentence}</Text>
          {quoted && (
            <View className="timeline__words">
              <Text userSelect>{quoted}</Text>
            </View>
          )}
        </View>
      ))}
    </View>
  )
}
