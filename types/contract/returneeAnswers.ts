import * as v from 'valibot'
import { addDays, daysBetween, type Day } from './calendar'
import { fault } from './faults'
import * as field from './fields'
import { holds } from './schemaFields'

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
  'runnyNose',
  'musclePain',
  'vomiting',
  'rash',
] as const
export type Symptom = (typeof symptoms)[number]

/** `unknown` where nobody has said. */
export const vaccinations = ['unknown', 'none', 'partial', 'full'] as const
export type Vaccination = (typeof vaccinations)[number]

export const measures = ['centralObservation', 'homeObservation', 'healthMonitoring', 'noticeOnly'] as const
export type Measure = (typeof measures)[number]

/** Bounds of a registration; days are counted from the day it is sent, texts in characters. */
export const limits = {
  departureDaysBack: 60,
  arrivalDaysAhead: 30,
  passedDaysBefore: 14,
  companions: 30,
  passed: 20,
  measureDays: 28,
  note: 500,
  words: 300,
  amendments: 20,
  /** After a decision, in calendar days at UTC+8; the last is inclusive. */
  appealDays: 7,
  testPictures: 1,
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

// Typed as on the ticket: G1234 or 1234, CA1523; a coach's number has no Chinese (a plate is not asked for).
const TICKET: Partial<Record<Transport, RegExp>> = {
  train: /^[A-Z]?\d{1,5}$/,
  coach: /^[A-Z0-9-]{1,10}$/,
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
  holds('travel'),
)

const latestTest = (today: Day) =>
  v.pipe(
    v.strictObject({
      result: v.picklist(testResults),
      takenAt: field.optionalMinute,
      /** Of the result: a screen, a sheet of paper, a test kit. Added beforehand, see `pictures.add`. */
      pictures: v.optional(field.listOf(field.pictureId, limits.testPictures), []),
    }),
    v.forward(
      v.check(({ result, takenAt }) => result === 'none' || takenAt !== '', fault('required')),
      ['takenAt'],
    ),
    v.forward(
      v.check(({ takenAt }) => takenAt.slice(0, 10) <= today, fault('testInFuture')),
      ['takenAt'],
    ),
    holds('health'),
  )

/** What a returnee is asked, as it is on `today` (a day at UTC+8). */
export const registrationAnswers = (today: Day) =>
  v.pipe(
    v.strictObject({
      person,
      /** Where they will live: a compound or anything below it, and the door in words. */
      household: v.pipe(v.strictObject({ place: field.placeId, door: field.text(40) }), holds('address')),
      /** Where they come from: county level, and the street or venue in words. */
      from: v.pipe(v.strictObject({ region: field.regionCode, detail: field.text(60) }), holds('travel')),
      /** Or will leave: a registration may be sent before setting out. */
      leftOn: v.pipe(
        field.day,
        v.check((day) => daysBetween(day, today) <= limits.departureDaysBack, fault('departureTooLongAgo')),
        holds('travel'),
      ),
      arrivesOn: v.pipe(
        field.day,
        v.check((day) => daysBetween(today, day) <= limits.arrivalDaysAhead, fault('arrivalTooFarAhead')),
        holds('travel'),
      ),
      transport,
      companions: field.listOf(companion, limits.companions),
      /** Other places of the last 14 days, and of the journey still to come. */
      passed: v.pipe(
        field.listOf(v.strictObject({ region: field.regionCode, on: field.day }), limits.passed),
        holds('travel'),
      ),
      test: latestTest(today),
      symptoms: v.pipe(
        field.listOf(v.picklist(symptoms), symptoms.length),
        v.check((chosen) => new Set(chosen).size === chosen.length, fault('repeated')),
        holds('health'),
      ),
      vaccination: v.pipe(v.optional(v.picklist(vaccinations), 'unknown'), holds('health')),
      note: field.text(limits.note),
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
