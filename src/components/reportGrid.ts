import { addDays, type Day } from '@contract/calendar'
import { householdLimits } from '@contract/households'
import type { ReportedDay, ReportedPerson } from '@contract/selfReport'
import { words } from '@/words'
import { outcomeWords } from '@/words/outcome'
import { reportsWords } from '@/words/reports'
import { numberOf, weeksBetween } from './dayGrid'

/** How a day of a household stands; `none` before there was one and after today. */
export type DayState = keyof typeof reportsWords.calendar.legend | 'none'

/** What of a household its calendar needs. */
export interface ReportedHousehold {
  days: readonly ReportedDay[]
  people: readonly { id: string; left: { on: Day } | null }[]
  openedOn: Day
}

/** One square of the picture. */
export interface ReportSquare {
  day: Day
  number: number
  state: DayState
  isToday: boolean
  mark: string
  /** Read out. */
  label: string
}

export const reportedOn = ({ days }: Pick<ReportedHousehold, 'days'>, day: Day): ReportedPerson[] =>
  days.find(({ on }) => on === day)?.people ?? []

/**
 * Who should have been reported on a day and was not. Since when somebody has lived there is not known: before today,
 * nobody is missed who had never been reported.
 */
export function missingOn(household: ReportedHousehold, day: Day, today: Day): string[] {
  const reported = reportedOn(household, day).map(({ person }) => person)
  const known = household.days
    .filter(({ on }) => on <= day)
    .reduce<string[]>((all, { people }) => [...all, ...people.map(({ person }) => person)], [])
  return household.people.flatMap(({ id, left }) => {
    const livedThere = left === null || left.on > day
    return livedThere && !reported.includes(id) && (day === today || known.includes(id)) ? [id] : []
  })
}

const livedThere = ({ people }: ReportedHousehold, day: Day): boolean =>
  people.some(({ left }) => left === null || left.on > day)

const firstShown = ({ openedOn }: ReportedHousehold, today: Day): Day => {
  const earliest = addDays(today, 1 - householdLimits.days)
  return openedOn > earliest ? openedOn : earliest
}

function stateOf(household: ReportedHousehold, day: Day, today: Day): DayState {
  if (day > today || day < firstShown(household, today)) return 'none'
  const reported = reportedOn(household, day)
  if (reported.some(({ concerns }) => concerns.length > 0)) return 'unwell'
  if (reported.length > 0) return missingOn(household, day, today).length > 0 ? 'partly' : 'all'
  if (!livedThere(household, day)) return 'none'
  return day === today ? 'waiting' : 'missed'
}

const labelOf = (day: Day, state: DayState, today: Day): string =>
  state === 'none'
    ? ''
    : [words.dates.dayInFull(day, today), reportsWords.calendar.legend[state]].join(
        outcomeWords.calendar.join,
      )

function squareOf(household: ReportedHousehold, day: Day, today: Day): ReportSquare {
  const state = stateOf(household, day, today)
  return {
    day,
    number: numberOf(day),
    state,
    isToday: day === today,
    mark: state === 'none' ? '' : reportsWords.calendar.mark[state],
    label: labelOf(day, state, today),
  }
}

/** The weeks for which reports are kept, from the household's first day on. */
export const reportWeeks = (household: ReportedHousehold, today: Day): ReportSquare[][] =>
  weeksBetween(firstShown(household, today), today).map((week) =>
    week.map((day) => squareOf(household, day, today)),
  )

/** On how many days somebody was reported, and on how many nobody; today counts as missed only tomorrow. */
export function tallyOf(weeks: readonly ReportSquare[][]): { reported: number; missed: number } {
  const states = weeks.reduce<DayState[]>((all, week) => [...all, ...week.map(({ state }) => state)], [])
  return {
    reported: states.filter((state) => ['all', 'partly', 'unwell'].includes(state)).length,
    missed: states.filter((state) => state === 'missed').length,
  }
}
