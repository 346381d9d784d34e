import type { CallLine } from '@contract/calls'
import type { ReportedDay, ReportedPerson } from '@contract/selfReport'
import { maskNumbers } from '../masking'
import { ownSealer } from '../seal'
import { householdContext, type StoredCall, type StoredDay, type StoredReport } from './householdDocument'

/** The days with a report, the newest first: of each person what was said last. */
export const reportedDaysView = (days: readonly StoredDay[]): ReportedDay[] =>
  days.map(({ on, reports }) => {
    const latest = new Map(reports.flatMap(reportedPeople).map((one) => [one.person, one]))
    return { on, people: [...latest.values()] }
  })

const reportedPeople = ({ at, how, by, people }: StoredReport): ReportedPerson[] =>
  people.map(({ person, temperature, symptoms, contacts, concerns }) => ({
    person,
    temperature,
    symptoms,
    contacts,
    concerns,
    at: at.toISOString(),
    how,
    by: { role: by.actor, name: by.name },
  }))

/** A call of this household, as its family and staff read it: long numbers in what was said are masked. */
export const callLine = (
  household: string,
  { id, at, by, reason, isVisit, result, words }: StoredCall,
): CallLine => ({
  id,
  at: at.toISOString(),
  by: { name: by.name, role: by.role, place: by.place },
  reason,
  isVisit,
  result,
  words: words && maskNumbers(ownSealer().open(words, householdContext(household))),
})
