import type { Contact, Instant } from '@contract/cases'
import type { Household, HouseholdForReview, LastReport } from '@contract/households'
import type { ReportedDay, ReportingRules } from '@contract/selfReport'

/** Somebody who is reported for. */
export interface ReportingPerson {
  id: string
  /** Masked where staff report. */
  name: string
  last: LastReport | null
  /** Whether they have an open episode of being unwell. */
  isUnwell: boolean
}

/** A household that somebody reports for, as its family or as staff see it: who lives there now. */
export interface Reporting {
  id: string
  /** 春晓东苑 3 栋 502. */
  name: string
  people: ReportingPerson[]
  rules: ReportingRules
  contact: Contact | null
  /** The newest first. */
  days: ReportedDay[]
  /** Whether the family wants to be told when it has not reported. */
  isReminded: boolean
}

const nameOf = (names: readonly string[], door: string): string => [...names.slice(-2), door].join(' ').trim()

export const asFamily = (household: Household): Reporting => {
  const { id, place, door, members, rules, contact, days, remindHour } = household
  return {
    id,
    name: nameOf(place.names, door),
    people: members
      .filter(({ left }) => left === null)
      .map(({ id: person, name, last, alert }) => ({ id: person, name, last, isUnwell: alert !== null })),
    rules,
    contact,
    days,
    isReminded: remindHour !== null,
  }
}

export const asStaff = ({ id, place, members, rules, contact, days }: HouseholdForReview): Reporting => ({
  id,
  name: nameOf(place.names, ''),
  people: members
    .filter(({ left }) => left === null)
    .map(({ id: person, display, last, alert }) => ({
      id: person,
      name: display,
      last,
      isUnwell: alert !== null,
    })),
  rules,
  contact,
  days,
  isReminded: false,
})

/** When everybody of the household was reported on this day, the latest of them; null while somebody is missing. */
export const reportedAt = (
  { people, days }: Pick<Reporting, 'people' | 'days'>,
  on: string,
): Instant | null => {
  const today = days.find((day) => day.on === on)?.people ?? []
  const isComplete = people.length > 0 && people.every(({ id }) => today.some(({ person }) => person === id))
  if (!isComplete) return null
  return today.map(({ at }) => at).reduce((latest, at) => (at > latest ? at : latest))
}
