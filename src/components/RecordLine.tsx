import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { OwnRegistrationLine, Outcome } from '@contract/returnee'
import { words } from '@/words'
import { StatusTag } from './StatusTag'
import { Tap } from './Tap'
import './RecordLine.scss'

export interface RecordLineProps {
  line: OwnRegistrationLine
  today: Day
  onOpen: () => void
}

/** One registration in a list: who, where from, when, and how it stands. */
export function RecordLine({ line, today, onOpen }: RecordLineProps) {
  const { name, companions, from, arrivesOn, status } = line
  const said = words.records
  const who = said.who(name, companions)
  return (
    <Tap className="card record-line" label={said.open(who)} onTap={onOpen}>
      <View className="record-line__text">
        <View className="record-line__head">
          <Text className="record-line__who">{who}</Text>
          <StatusTag status={status} reader="owner" />
        </View>
        <View className="soft">{said.trip(from, words.dates.shortDay(arrivesOn, today))}</View>
        <Until line={line} today={today} />
      </View>
    </Tap>
  )
}

const inWords = ({ measure, until, then }: Outcome, today: Day): string => {
  const span = then && until < today ? then : { measure, until }
  return words.records.until(
    words.registration.measure[span.measure],
    words.dates.dayInFull(span.until, today),
  )
}

/** What is in force and until when; before a decision, what is expected. */
function Until({ line: { status, outcome, expected }, today }: Pick<RecordLineProps, 'line' | 'today'>) {
  if (outcome) return outcome.days > 0 ? <View className="soft">{inWords(outcome, today)}</View> : null
  if (!expected || expected.days === 0 || !['submitted', 'asked'].includes(status)) return null
  return <View className="soft">{words.records.expected(inWords(expected, today))}</View>
}
