import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { RegistrationView } from '@contract/returnee'
import { outcomeWords } from '@/words/outcome'
import { DayCalendar } from './DayCalendar'
import { isOver } from './outcomeSentences'
import { Why } from './Why'

export interface OutcomeDaysProps {
  registration: Pick<RegistrationView, 'status' | 'outcome' | 'expected' | 'regions'>
  today: Day
}

const open: readonly RegistrationView['status'][] = ['submitted', 'asked']

/** What is in force or, before a decision, expected: its days as a picture, and why. */
export function OutcomeDays({ registration, today }: OutcomeDaysProps) {
  const { status, expected, regions } = registration
  const isExpected = open.includes(status)
  const outcome = isExpected ? expected : registration.outcome
  if (!outcome) return null
  const hasDays = !isOver(outcome, today) && (outcome.days > 0 || (outcome.tests ?? []).length > 0)
  if (!hasDays && !outcome.basis) return null
  return (
    <View className="card">
      {hasDays && (
        <>
          <View className="title">{isExpected ? outcomeWords.expected.days : outcomeWords.now.days}</View>
          <DayCalendar outcome={outcome} today={today} />
        </>
      )}
      <Why outcome={outcome} regions={regions} reader="owner" today={today} />
    </View>
  )
}
