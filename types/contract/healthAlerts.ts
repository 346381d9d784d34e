import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import type { CallLine } from './calls'
import type { Contact, Instant, PlaceName, TimelineEntry, Todo } from './cases'
import * as field from './fields'
import { healthAlertMachine, type HealthAlertEvent, type HealthAlertStatus } from './healthAlertMachine'
import type { EnteredHow } from './householdAnswers'
import type { Concern, ContactWith } from './reportingRules'
import { limits, type Symptom, type TestResult } from './returneeAnswers'
import { readerRoles, type Actor } from './roles'

export * from './healthAlertMachine'

/** Opened by nobody for so long, the community officer is told as well. */
export const ESCALATED_AFTER_MINUTES = 30

/** What an episode turned out to be. */
export const endings = [
  'mistaken',
  'recovered',
  'ordinaryIllness',
  'inHospital',
  'confirmedCase',
  'unreachable',
] as const
export type Ending = (typeof endings)[number]

/** One report of the episode. */
export interface AlertReport {
  on: Day
  at: Instant
  temperature: number | null
  symptoms: Symptom[]
  contacts: ContactWith[]
  test: TestResult | null
  concerns: Concern[]
  how: EnteredHow
  by: { role: Actor; name: string | null }
}

/** An episode, as the family sees it. */
export interface OwnHealthAlert {
  id: string
  household: string
  name: string
  status: HealthAlertStatus
  version: number
  isEmergency: boolean
  /** The newest first. */
  reports: AlertReport[]
  ending: Ending | null
  /** Who has seen it last, and when; null while nobody has. */
  seen: { name: string; at: Instant } | null
  contact: Contact | null
  telephones: { name: string; phone: string }[]
  timeline: TimelineEntry[]
}

/** An episode, as staff see it. */
export interface HealthAlertForReview {
  id: string
  household: string
  person: string
  /** Masked. */
  display: string
  place: PlaceName
  status: HealthAlertStatus
  version: number
  openedAt: Instant
  todo: Todo | null
  isEmergency: boolean
  reports: AlertReport[]
  ending: Ending | null
  calls: CallLine[]
  events: HealthAlertEvent[]
  timeline: TimelineEntry[]
}

/** Name, telephones and door, in clear text. */
export interface HealthAlertRevealed {
  id: string
  version: number
  name: string
  phone: string
  door: string
  document: string
  notes: string[]
}

export interface HealthAlertChanged {
  id: string
  status: HealthAlertStatus
  version: number
}

const onCase = { case: field.caseId, submission: field.submissionId, version: field.version }

const byMachine = <Event extends HealthAlertEvent>(event: Event) =>
  ({ who: 'machine', machine: healthAlertMachine, event }) as const

const spoken = (event: HealthAlertEvent) =>
  action<HealthAlertChanged>()({
    access: byMachine(event),
    input: v.strictObject({ ...onCase, words: field.saidText(limits.words) }),
  })

export const healthAlertsActions = {
  show: action<OwnHealthAlert>()({
    access: { who: 'anyone' },
    input: v.strictObject({ case: field.caseId }),
  }),
  review: action<HealthAlertForReview>()({
    access: { who: 'staff', roles: readerRoles, at: 'case' },
    input: v.strictObject({ case: field.caseId }),
  }),
  /** That it has been opened; the page sends it by itself. */
  see: action<HealthAlertChanged>()({ access: byMachine('see'), input: v.strictObject(onCase) }),
  followUp: spoken('followUp'),
  note: spoken('note'),
  close: action<HealthAlertChanged>()({
    access: byMachine('close'),
    input: v.strictObject({
      ...onCase,
      ending: v.picklist(endings),
      words: field.saidText(limits.words),
    }),
  }),
  reassign: action<HealthAlertChanged>()({
    access: byMachine('reassign'),
    input: v.strictObject({ ...onCase, colleague: field.postId, words: field.text(limits.words) }),
  }),
  reveal: action<HealthAlertRevealed>()({
    access: byMachine('reveal'),
    input: v.strictObject({ ...onCase, words: field.saidText(limits.words) }),
  }),
}
