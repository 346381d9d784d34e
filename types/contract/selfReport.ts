import * as v from 'valibot'
import { action } from './action'
import { addDays, type Day } from './calendar'
import type { CallLine } from './calls'
import type { Contact, PlaceName } from './cases'
import { fault } from './faults'
import * as field from './fields'
import { enteredHows, householdLimits, memberId } from './householdAnswers'
import type { Steady } from './householdViews'
import type { Outcome } from './outcome'
import { contacts, type Concern } from './reportingRules'
import { symptoms, vaccinations, type TestResult } from './returneeAnswers'
import { householdRoles, readerRoles, type Level } from './roles'
import { holds } from './schemaFields'
import { temperature } from './temperature'

export * from './reportedDays'
export * from './reportingRules'
export { readTemperature, temperatureLimits } from './temperature'

/** Bounds of a report. */
export const reportLimits = {
  /** A report that waited on a phone without signal may be so many days late. */
  daysLate: 2,
  been: 5,
  /** Before the day on which the report is made; it may arrive `daysLate`. */
  beenDaysBack: 14,
  note: 200,
  /** Of one household: more in a day or a minute is nobody's need. */
  aDay: 20,
  aMinute: 5,
} as const

/** The same value so many times in a row is shown to the grid worker. */
export const STEADY_DAYS = 7

/** Somewhere else, from one day to another; `detail` is the street or venue in words. */
const been = (today: Day) =>
  v.pipe(
    v.strictObject({ region: field.regionCode, detail: field.text(60), first: field.day, last: field.day }),
    v.forward(
      v.check(({ first, last }) => first <= last, fault('dayBeforeFirst')),
      ['last'],
    ),
    v.forward(
      v.check(({ last }) => last <= today, fault('dayInFuture')),
      ['last'],
    ),
    v.forward(
      v.check(
        ({ first }) => first >= addDays(today, -reportLimits.beenDaysBack - reportLimits.daysLate),
        fault('dayTooLongAgo'),
      ),
      ['first'],
    ),
  )

/** The results of a test taken since the last report. */
export const reportedResults = ['negative', 'positive', 'pending'] as const satisfies TestResult[]

const unique = (items: readonly string[]): boolean => new Set(items).size === items.length

/** How one person is. */
const personReport = (today: Day) =>
  v.strictObject({
    person: memberId,
    temperature: v.pipe(temperature, holds('health')),
    symptoms: v.pipe(
      field.listOf(v.picklist(symptoms), symptoms.length),
      v.check((chosen) => unique(chosen), fault('repeated')),
      holds('health'),
    ),
    contacts: v.pipe(
      field.listOf(v.picklist(contacts), contacts.length),
      v.check((chosen) => unique(chosen), fault('repeated')),
      holds('health'),
    ),
    /** Where they have been since the last report. */
    been: v.pipe(field.listOf(been(today), reportLimits.been), holds('travel')),
    test: v.optional(
      v.nullable(
        v.pipe(
          v.strictObject({ result: v.picklist(reportedResults), takenOn: field.day }),
          v.forward(
            v.check(({ takenOn }) => takenOn <= today, fault('testInFuture')),
            ['takenOn'],
          ),
          holds('health'),
        ),
      ),
      null,
    ),
    /** `unknown` where nothing has changed. */
    vaccination: v.pipe(v.optional(v.picklist(vaccinations), 'unknown'), holds('health')),
    note: field.text(reportLimits.note),
  })

/** A family's report of one day, as it is on `today`. */
export const householdReport = (today: Day) =>
  v.strictObject({
    /** Made when the report is made: arriving twice it counts once. */
    submission: field.submissionId,
    household: field.submissionId,
    /** The day it tells of, on which it was made. */
    on: v.pipe(
      field.day,
      v.check((on) => on <= today, fault('dayInFuture')),
      v.check((on) => on >= addDays(today, -reportLimits.daysLate), fault('dayTooLongAgo')),
    ),
    how: v.picklist(enteredHows),
    people: v.pipe(
      field.listOf(personReport(today), householdLimits.members),
      v.nonEmpty(fault('required')),
      v.check((people) => unique(people.map(({ person }) => person)), fault('repeated')),
    ),
  })

export type HouseholdReportDraft = v.InferInput<ReturnType<typeof householdReport>>
export type HouseholdReport = v.InferOutput<ReturnType<typeof householdReport>>
export type PersonReportDraft = HouseholdReportDraft['people'][number]
export type PersonReport = HouseholdReport['people'][number]

/** What follows from a report for one person who is unwell. */
export interface Unwell {
  person: string
  concerns: Concern[]
  /** Breathing is difficult, or the fever is very high: an ambulance, now. */
  isEmergency: boolean
  /** Their episode: a case of kind `healthAlert`. */
  alert: string
}

/** A registration that a report has made, because somebody has been in a risk area. */
export interface RegisteredFromReport {
  case: string
  people: string[]
  /** What the rules say; the community will confirm it. */
  expected: Outcome | null
}

/** What to do now. */
export interface Reported {
  household: string
  version: number
  on: Day
  /** Who has not been reported on that day. */
  missing: string[]
  unwell: Unwell[]
  registrations: RegisteredFromReport[]
  /** Whom to call there; null where nobody has to be called. */
  contact: Contact | null
  telephones: { name: string; phone: string }[]
}

/** How many households have not reported today, below one place. */
export interface ReportingProgress {
  on: Day
  households: number
  notReported: number
  /** The buildings with households that have not, those with most of them first; `id` is the compound's where no building is known. */
  places: { id: string; level: Level; names: string[]; notReported: number }[]
}

/** A household in a list. */
export interface HouseholdLine {
  id: string
  place: PlaceName
  /** Masked, of the first person. */
  display: string
  /** How many live there. */
  people: number
  /** How many of them have been reported today. */
  reportedToday: number
  /** The last day on which everybody was; null before the first. */
  reportedOn: Day | null
  lastCall: CallLine | null
  steady: Steady[]
  hasAlert: boolean
  /** Whether anybody has a telephone that can be called. */
  hasPhone: boolean
}

export interface HouseholdCursor {
  reportedOn: string
  id: string
}

export interface HouseholdPage {
  items: HouseholdLine[]
  next: HouseholdCursor | null
}

export const HOUSEHOLDS_PAGE = 30

/** Which households a list shows: who has not reported, who has, and those of them whose values never change. */
export const householdLists = ['notReported', 'reported', 'steady'] as const

const atPlace = { who: 'staff', roles: readerRoles, at: 'place' } as const

export const selfReportActions = {
  /** By an account of the household, or by staff at the door or on the telephone. Two database requests where all are well. */
  report: action<Reported>()({ access: { who: 'household', roles: householdRoles }, input: householdReport }),
  progress: action<ReportingProgress>()({
    access: atPlace,
    input: v.strictObject({ place: field.placeId }),
  }),
  /** Who has not reported for longest comes first. */
  list: action<HouseholdPage>()({
    access: atPlace,
    input: v.strictObject({
      place: field.placeId,
      show: v.picklist(householdLists),
      after: v.optional(v.strictObject({ reportedOn: field.sought(10), id: field.submissionId })),
    }),
  }),
}
