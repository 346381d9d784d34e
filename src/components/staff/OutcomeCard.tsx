import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { Outcome } from '@contract/returnee'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import './OutcomeCard.scss'

const { registration, dates } = words
const said = staffWords.case

export interface OutcomeCardProps {
  outcome: Outcome
  today: Day
  /** Entered and decided by the same member of staff. */
  decidedAlone: boolean
}

/** What was decided, and from when until when. */
export function OutcomeCard({ outcome, today, decidedAlone }: OutcomeCardProps) {
  const { measure, days, from, until } = outcome
  return (
    <View className="card outcome">
      <Text className="outcome__label">{said.outcome}</Text>
      <Text className="outcome__measure">{registration.decision(registration.measure[measure], days)}</Text>
      {days > 0 && (
        <Text className="outcome__period">
          {said.period(dates.dayInFull(from, today), dates.dayInFull(until, today))}
        </Text>
      )}
      {decidedAlone && <Text className="outcome__period soft">{staffWords.decisions.alone}</Text>}
    </View>
  )
}
