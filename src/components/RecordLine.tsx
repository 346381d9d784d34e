import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { OwnRegistrationLine } from '@contract/returnee'
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
  const { name, companions, from, arrivesOn, status, outcome } = line
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
        {outcome && outcome.days > 0 && (
          <View className="soft">
            {said.until(
              words.registration.measure[outcome.measure],
              words.dates.dayInFull(outcome.until, today),
            )}
          </View>
        )}
      </View>
    </Tap>
  )
}
