import type { Day } from '@contract/calendar'
import type { HouseholdReportDraft, Reported } from '@contract/selfReport'
import { readStored, removeStored, writeStored } from './storage'

interface KeptAnswer {
  on: Day
  answer: Reported
  /** Whether the report named a place where somebody has been. */
  wasAway: boolean
}

const keyOf = (household: string): string => `reports/answer/${household}`

export const keepAnswer = ({ household, on, people }: HouseholdReportDraft, answer: Reported): void => {
  const wasAway = people.some(({ been }) => been.length > 0)
  writeStored(keyOf(household), { on, answer, wasAway } satisfies KeptAnswer)
}

/** What the latest report of a household was answered, as long as it is of this day. */
export const answerOn = (household: string, today: Day): KeptAnswer | undefined => {
  const kept = readStored(keyOf(household)) as KeptAnswer | undefined
  return kept?.on === today ? kept : undefined
}

export const forgetAnswer = (household: string): void => removeStored(keyOf(household))
