import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { Outcome } from '@contract/returnee'
import { staffWords } from '@/words/staff'
import { Notice } from '../Notice'
import { outcomeInFull } from '../outcomeSentences'
import { LabelledLine } from './LabelledLine'

const said = staffWords.case.expected

export interface ReassessedCardProps {
  outcome: Outcome
  expected: Outcome
  /** Whether the reader can adopt it. */
  mayAdopt: boolean
  today: Day
}

/** A new list or policy expects something else than what is in force: from what to what, and what to do about it. */
export function ReassessedCard({ outcome, expected, mayAdopt, today }: ReassessedCardProps) {
  return (
    <Notice tone="warning" title={said.changed}>
      <LabelledLine label={said.inForce} text={outcomeInFull(outcome, today)} />
      <LabelledLine label={said.now} text={outcomeInFull(expected, today)} strong />
      <View>{mayAdopt ? said.yours : said.others}</View>
    </Notice>
  )
}
