import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { Outcome } from '@contract/returnee'
import { staffWords } from '@/words/staff'
import { DayCalendar } from '../DayCalendar'
import { outcomeDates, outcomeTitle } from '../outcomeSentences'
import { Why } from '../Why'
import './OutcomeCard.scss'

export interface OutcomeCardProps {
  title: string
  outcome: Outcome
  regions: Record<string, string>
  today: Day
  /** Entered and decided by the same member of staff. */
  decidedAlone?: boolean
}

/** What was decided or is expected: from when until when, the days as a picture, and why. */
export function OutcomeCard({ title, outcome, regions, today, decidedAlone = false }: OutcomeCardProps) {
  return (
    <View className="card outcome">
      <Text className="outcome__label">{title}</Text>
      <Text className="outcome__measure">{outcomeTitle(outcome)}</Text>
      {outcomeDates(outcome, today).map((sentence) => (
        <Text key={sentence} className="outcome__period">
          {sentence}
        </Text>
      ))}
      {decidedAlone && <Text className="outcome__period soft">{staffWords.decisions.alone}</Text>}
      <DayCalendar outcome={outcome} today={today} />
      <Why outcome={outcome} regions={regions} reader="staff" today={today} />
    </View>
  )
}
