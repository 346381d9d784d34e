import * as v from 'valibot'
import { action } from './action'
import { addDays, daysBetween, type Day } from './calendar'
import type { Contact, Instant, PlaceName, TimelineEntry, Todo } from './cases'
import type { FieldFault } from './faults'
import * as field from './fields'
import { defineMachine } from './machine'
import { caseRoles } from './roles'

const fault = (name: FieldFault): FieldFault => name

/** For whom a registration is made: oneself, a family member without a phone, somebody on the telephone. */
export const purposes = ['self', 'family', 'telephone'] as const
export type Purpose = (typeof purposes)[number]

export const transports = ['train', 'flight', 'coach', 'car', 'other'] as const
export type Transport = (typeof transports)[number]

export const relations = ['spouse', 'child', 'parent', 'relative', 'friend', 'other'] as const
export type Relation = (typeof relations)[number]

export const testResults = ['none', 'negative', 'positive', 'pending'] as const
export type TestResult = (typeof testResults)[number]

export const symptoms = [
  'fever',
  'cough',
  'soreThroat',
  'fatigue',
  'breathless',
  'diarrhoea',
  'lossOfTaste',
] as const
export type Symptom = (typeof symptoms)[number]

export const measures = ['centralObservation', 'homeObservation', 'healthMonitoring', 'noticeOnly'] as const
export type Measure = (typeof measures)[number]

/** Bounds of a registration; days are counted from the day it is sent. */
export const limits = {
  departureDaysBack: 60,
  arrivalDaysAhead: 30,
  passedDaysBefore: 14,
  companions: 30,
  passed: 20,
  measureDays: 28,
} as const

const person = v.strictObject({
  name: field.name,
  phone: field.phone,
  document: v.optional(field.identityDocument, {}),
})

const companion = v.strictObject({
  name: field.name,
  phone: field.optionalPhone,
  relation: v.picklist(relations),
  document: v.optional(field.identityDocument, {}),
})

// Typed as on the ticket: G1234 or 1234, CA1523, whatever the coach's window says.
const TICKET: Partial<Record<Transport, RegExp>> = {
  train: /^[A-Z]?\d{1,5}$/,
  flight: /^([A-Z]{2}|[A-Z]\d|\d[A-Z])\d{2,4}[A-Z]?$/,
}

const transport = v.pipe(
  v.strictObject({
    by: v.picklist(transports),
    /** Train, flight or coach number; blank when it is not known. */
    number: v.pipe(
      field.text(20),
      v.transform((typed) => typed.replace(/\s/g, '').toUpperCase()),
    ),
    /** One's own car. */
    plate: field.optionalPlate,
  }),
  v.forward(
    v.check(
      ({ by, number }) => number === '' || (TICKET[by]?.test(number) ?? true),
      fault('transportNumber'),
    ),
    ['number'],
  ),
  v.forward(
    v.check(({ by, plate }) => by !== 'car' || plate !== '', fault('required')),
    ['plate'],
  ),
)

const latestTest = (today: Day) =>
  v.pipe(
    v.strictObject({ result: v.picklist(testResults), takenAt: field.optionalMinute }),
    v.forward(
      v.check(({ result, takenAt }) => result === 'none' || takenAt !== '', fault('required')),
      ['takenAt'],
    ),
    v.forward(
      v.check(({ takenAt }) => takenAt.slice(0, 10) <= today, fault('testInFuture')),
      ['takenAt'],
    ),
  )

/** What a returnee is asked, as it is on `today` (a day at UTC+8). */
export const registrationAnswers = (today: Day) =>
  v.pipe(
    v.strictObject({
      person,
      /** Where they will live: a compound or anything below it, and the door in words. */
      household: v.strictObject({ place: field.placeId, door: field.text(40) }),
      /** Where they come from: county level, and the street or venue in words. */
      from: v.strictObject({ region: field.regionCode, detail: field.text(60) }),
      leftOn: v.pipe(
        field.day,
        v.check((day) => day <= today, fault('departureInFuture')),
        v.check((day) => daysBetween(day, today) <= limits.departureDaysBack, fault('departureTooLongAgo')),
      ),
      arrivesOn: v.pipe(
        field.day,
        v.check((day) => daysBetween(today, day) <= limits.arrivalDaysAhead, fault('arrivalTooFarAhead')),
      ),
      transport,
      companions: v.pipe(v.array(companion), v.maxLength(limits.companions, fault('tooMany'))),
      /** Other places of the last 14 days, and of the journey still to come. */
      passed: v.pipe(
        v.array(v.strictObject({ region: field.regionCode, on: field.day })),
        v.maxLength(limits.passed, fault('tooMany')),
      ),
      test: latestTest(today),
      symptoms: v.pipe(
        v.array(v.picklist(symptoms)),
        v.check((chosen) => new Set(chosen).size === chosen.length, fault('repeated')),
      ),
      note: field.text(500),
    }),
    v.forward(
      v.partialCheck(
        [['leftOn'], ['arrivesOn']],
        ({ leftOn, arrivesOn }) => arrivesOn >= leftOn,
        fault('arrivalBeforeDeparture'),
      ),
      ['arrivesOn'],
    ),
    v.forward(
      v.partialCheck(
        [['passed'], ['arrivesOn']],
        ({ passed, arrivesOn }) => {
          const earliest = addDays(arrivesOn < today ? arrivesOn : today, -limits.passedDaysBefore)
          return passed.every(({ on }) => on <= arrivesOn && on >= earliest)
        },
        fault('passedOutsideFortnight'),
      ),
      ['passed'],
    ),
  )

export type RegistrationDraft = v.InferInput<ReturnType<typeof registrationAnswers>>
export type RegistrationAnswers = v.InferOutput<ReturnType<typeof registrationAnswers>>

const open = ['submitted', 'asked'] as const

/** A registration's life: somebody registers, the community asks back or decides, or it is withdrawn. */
export const returneeMachine = defineMachine(['submitted', 'asked', 'accepted', 'rejected', 'withdrawn'])({
  kind: 'returnee',
  start: { event: 'register', to: 'submitted', by: ['owner', ...caseRoles], todo: 'gridWorker' },
  events: {
    accept: { from: open, to: 'accepted', by: caseRoles, words: 'optional', todo: null },
    ask: { from: open, to: 'asked', by: caseRoles, words: 'required', todo: 'owner' },
    reject: { from: open, to: 'rejected', by: caseRoles, words: 'required', todo: null },
    reassign: { from: open, to: 'same', by: caseRoles, words: 'optional', todo: 'keep' },
    amend: { from: open, to: 'submitted', by: ['owner'], words: 'none', todo: 'gridWorker' },
    answer: {
      from: ['asked'],
      to: 'submitted',
      by: ['owner', ...caseRoles],
      words: 'required',
      todo: 'gridWorker',
    },
    withdraw: { from: open, to: 'withdrawn', by: ['owner', ...caseRoles], words: 'required', todo: null },
    note: {
      from: ['submitted', 'asked', 'accepted', 'rejected', 'withdrawn'],
      to: 'same',
      by: caseRoles,
      words: 'required',
      todo: 'keep',
    },
    reveal: {
      from: ['submitted', 'asked', 'accepted', 'rejected', 'withdrawn'],
      to: 'same',
      by: caseRoles,
      words: 'required',
      todo: 'keep',
    },
  },
})

export type ReturneeStatus = (typeof returneeMachine.statuses)[number]
export type ReturneeEvent = keyof typeof returneeMachine.events

/** The decision on an accepted registration; `until` is the last day, inclusive. */
export interface Outcome {
  measure: Measure
  days: number
  from: Day
  until: Day
}

/** What every view of one registration has. */
export interface RegistrationView {
  id: string
  kind: 'returnee'
  status: ReturneeStatus
  version: number
  openedAt: Instant
  /** Masked: 张*三. */
  display: string
  place: PlaceName
  answers: RegistrationAnswers
  /** Names of the official codes in the answers. */
  regions: Record<string, string>
  outcome: Outcome | null
  todo: Todo | null
  timeline: TimelineEntry[]
  contact: Contact | null
}

/** Returned to whoever entered it: the answers are what they typed. */
export interface OwnRegistration extends RegistrationView {
  events: ReturneeEvent[]
}

/** Returned to staff: every secret in the answers is masked. */
export interface RegistrationForReview extends RegistrationView {
  events: ReturneeEvent[]
  purpose: Purpose
}

/** A line of "my records". */
export interface OwnRegistrationLine {
  id: string
  status: ReturneeStatus
  version: number
  openedAt: Instant
  name: string
  companions: number
  from: string
  arrivesOn: Day
  outcome: Outcome | null
  todo: Todo | null
}

/** The answer to every change: the case as it now is. */
export interface Changed {
  id: string
  status: ReturneeStatus
  version: number
}

/** What a registration ends with. */
export interface Registered extends Changed {
  todo: Todo | null
  contact: Contact | null
}

/** Clear text of one registration, for the member of staff who gave a reason. */
export interface Revealed extends Changed {
  answers: RegistrationAnswers
}

const onCase = { case: field.caseId, submission: field.submissionId, version: field.version }
const WORDS = 300

const byMachine = (event: ReturneeEvent) => ({ who: 'machine', machine: returneeMachine, event }) as const

/** An event that consists of words alone. */
const spoken = (event: ReturneeEvent) =>
  action<Changed>()({
    access: byMachine(event),
    input: v.strictObject({ ...onCase, words: field.saidText(WORDS) }),
  })

const acceptInput = v.pipe(
  v.strictObject({
    ...onCase,
    measure: v.picklist(measures),
    days: v.pipe(
      v.number(),
      v.integer(fault('wrongType')),
      v.minValue(0, fault('outOfRange')),
      v.maxValue(limits.measureDays, fault('outOfRange')),
    ),
    words: field.text(WORDS),
  }),
  v.forward(
    v.check(({ measure, days }) => (measure === 'noticeOnly') === (days === 0), fault('outOfRange')),
    ['days'],
  ),
)

export const returneeActions = {
  register: action<Registered>()({
    access: { who: 'anyone' },
    input: (today: Day) =>
      v.strictObject({
        submission: field.submissionId,
        purpose: v.picklist(purposes),
        answers: registrationAnswers(today),
      }),
  }),
  mine: action<OwnRegistrationLine[]>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  show: action<OwnRegistration>()({
    access: { who: 'anyone' },
    input: v.strictObject({ case: field.caseId }),
  }),
  amend: action<Changed>()({
    access: byMachine('amend'),
    input: (today: Day) => v.strictObject({ ...onCase, answers: registrationAnswers(today) }),
  }),
  answer: spoken('answer'),
  withdraw: spoken('withdraw'),
  review: action<RegistrationForReview>()({
    access: { who: 'staff', roles: caseRoles },
    input: v.strictObject({ case: field.caseId }),
  }),
  accept: action<Changed>()({ access: byMachine('accept'), input: acceptInput }),
  ask: spoken('ask'),
  reject: spoken('reject'),
  note: spoken('note'),
  reassign: action<Changed>()({
    access: byMachine('reassign'),
    input: v.strictObject({ ...onCase, colleague: field.postId, words: field.text(WORDS) }),
  }),
  reveal: action<Revealed>()({
    access: byMachine('reveal'),
    input: v.strictObject({ ...onCase, words: field.saidText(WORDS) }),
  }),
}
