import type { FieldErrors } from 'react-hook-form'
import * as v from 'valibot'
import type { Day } from '@contract/calendar'
import type { FieldFault, Faults } from '@contract/faults'
import {
  concernsOf,
  householdReport,
  readTemperature,
  temperatureLimits,
  type Concern,
  type PersonReport,
  type PersonReportDraft,
  type ReportingRules,
} from '@contract/selfReport'
import type { Reporting, ReportingPerson } from '../reporting'

/** What the daily screen asks: the people of one household, in their order. */
export interface DailyForm {
  people: PersonReportDraft[]
}

/** How the family is, by what is typed so far. */
export type Standing = 'well' | 'unwell' | 'toCorrect'

/** As the function checks it. */
export const dailyForm = (today: Day) => v.strictObject({ people: householdReport(today).entries.people })

export interface CheckedDailyForm {
  people: PersonReport[]
}

/** What was last said of one person, whenever that was. */
const lastOf = ({ days }: Pick<Reporting, 'days'>, person: string) => {
  for (const { on, people } of days) {
    const said = people.find((one) => one.person === person)
    if (said) return { on, said }
  }
  return undefined
}

const typed = (temperature: number | null | undefined): string => temperature?.toFixed(1) ?? ''

/**
 * The form as it opens: temperature and symptoms as they were last said. Whom they met, where they were and what was tested
 * is news of one day, and is there again only on that day.
 */
export const beginningOf = (
  reporting: Pick<Reporting, 'people' | 'days' | 'rules'>,
  today: Day,
): DailyForm => ({
  people: reporting.people.map(({ id, last }) => {
    const before = lastOf(reporting, id)
    const asked = reporting.rules.symptoms.map(({ symptom }) => symptom)
    return {
      person: id,
      temperature: typed(before ? before.said.temperature : last?.temperature),
      symptoms: (before?.said.symptoms ?? []).filter((one) => asked.includes(one)),
      contacts: before?.on === today ? before.said.contacts : [],
      been: [],
      test: null,
      vaccination: 'unknown',
      note: '',
    }
  }),
})

/** A form that was begun before somebody came or left: with whoever lives there now. */
export const withEverybody = (begun: DailyForm, fresh: DailyForm): DailyForm => ({
  people: fresh.people.map((one) => begun.people.find(({ person }) => person === one.person) ?? one),
})

/** Whether the thermometer can have shown this: '' is an answer, 45 and 三十六 are not. */
export const isReadable = ({ temperature }: Pick<PersonReportDraft, 'temperature'>): boolean => {
  if (temperature.trim() === '') return true
  const degrees = readTemperature(temperature)
  return degrees !== null && degrees >= temperatureLimits.least && degrees <= temperatureLimits.most
}

/** In °C; null when it was not measured, or cannot be true. */
export const degreesOf = (person: Pick<PersonReportDraft, 'temperature'>): number | null =>
  isReadable(person) ? readTemperature(person.temperature) : null

/** Why this cannot wait, by what is typed so far. */
export const concernsIn = (person: PersonReportDraft, rules: ReportingRules): Concern[] =>
  concernsOf({ ...person, temperature: degreesOf(person), test: person.test ?? null }, rules)

export const standingOf = ({ people }: DailyForm, rules: ReportingRules): Standing => {
  if (!people.every(isReadable)) return 'toCorrect'
  return people.some((person) => concernsIn(person, rules).length > 0) ? 'unwell' : 'well'
}

/** Whether nothing has been typed that was not there when the form opened. */
export const isUntouched = ({ people }: DailyForm, beginning: DailyForm): boolean =>
  JSON.stringify(people) === JSON.stringify(beginning.people)

/** The day of which everything can be said again; null where somebody was never reported, or not on the same day. */
export const dayBefore = (people: readonly ReportingPerson[]): Day | null => {
  const days = new Set(people.map(({ last }) => last?.on ?? null))
  const [only = null] = days
  return days.size === 1 ? only : null
}

/** The first fault of each person, by the paths of their fields: `people.1.temperature`. */
export const faultsByPerson = (faults: Faults, people: number): (FieldFault | undefined)[] =>
  Array.from({ length: people }, (_, index) => {
    const path = Object.keys(faults).find((one) => one.startsWith(`people.${index}.`))
    return path === undefined ? undefined : faults[path]
  })

/** The same of react-hook-form's tree of errors. */
export const faultsOfPeople = (
  { people }: FieldErrors<DailyForm>,
  count: number,
): (FieldFault | undefined)[] => Array.from({ length: count }, (_, index) => messageIn(people?.[index]))

const messageIn = (node: unknown): FieldFault | undefined => {
  if (typeof node !== 'object' || node === null) return undefined
  if ('message' in node && typeof node.message === 'string') return node.message as FieldFault
  // `ref` is the input itself, which leads anywhere.
  const below = Object.entries(node).map(([key, child]) => (key === 'ref' ? undefined : messageIn(child)))
  return below.find((fault) => fault !== undefined)
}
