import { Text, View } from '@tarojs/components'
import './TimelineView.scss'

export interface TimelineViewProps {
  /** The latest first. `words` are quoted. */
  lines: readonly { when: string; sentence: string; words: string | null }[]
}

/** What happened, the latest on top, whatever it was. */
export function TimelineView({ lines }: TimelineViewProps) {
  return (
    <View className="timeline">
      {lines.map(({ when, sentence, words: quoted }, index) => (
        <View key={lines.length - index} className="timeline__entry">
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
