import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { CallLine } from '@contract/calls'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import { callSentence } from './callWords'
import './CallLines.scss'

const said = staffWords.calling

export interface CallLinesProps {
  /** The latest first. */
  calls: readonly CallLine[]
  today: Day
  /** Whether the reader made this call, and so may tell how it went. */
  isMine: (call: CallLine) => boolean
  onTell: (call: string) => void
}

/** Who called a household, when, and how it went. */
export function CallLines({ calls, today, isMine, onTell }: CallLinesProps) {
  if (calls.length === 0) return <View className="soft">{said.none}</View>
  return (
    <>
      {calls.map((call) => (
        <View key={call.id} className="call-line">
          <View>{callSentence(call, today)}</View>
          {call.words && <Text className="call-line__words">{call.words}</Text>}
          {call.result === null && isMine(call) && (
            <Tap className="call-line__tell" onTap={() => onTell(call.id)}>
              {said.tellLater}
            </Tap>
          )}
        </View>
      ))}
    </>
  )
}
