import type { FieldErrors, FieldPath } from 'react-hook-form'
import * as v from 'valibot'
import type { Day } from '@contract/calendar'
import { faultsOf, type Faults, type FieldFault } from '@contract/faults'
import type { FamilyMember } from '@contract/people'
import {
  purposes,
  registrationAnswers,
  type Purpose,
  type RegistrationAnswers,
  type RegistrationDraft,
  type Symptom,
} from '@contract/returnee'
import type { KnownFromTip } from '@/services/tipRegistration'

/** What is typed. Where a choice has not been made yet, the schema refuses what stands there. */
export interface RegistrationForm {
  purpose: Purpose
  answers: RegistrationDraft
}

/** The same, checked: what is sent. */
export interface CheckedForm {
  purpose: Purpose
  answers: RegistrationAnswers
}

export type FieldName = FieldPath<RegistrationForm>

export const formSchema = (today: Day) =>
  v.strictObject({ purpose: v.picklist(purposes), answers: registrationAnswers(today) })

export const stepNames = ['person', 'household', 'journey', 'company', 'health', 'check'] as const
export type StepName = (typeof stepNames)[number]

/** What each step asks; the last shows all of it. */
export const fieldsOf: Record<StepName, readonly FieldName[]> = {
  person: ['purpose', 'answers.person'],
  household: ['answers.household'],
  journey: ['answers.from', 'answers.leftOn', 'answers.arrivesOn', 'answers.transport'],
  company: ['answers.companions', 'answers.passed'],
  health: ['answers.symptoms', 'answers.test', 'answers.vaccination', 'answers.note'],
  check: [],
}

const lies = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`)

/** The step that asks for the field at this path; undefined when none does. */
export const stepOf = (path: string): StepName | undefined =>
  stepNames.find((step) => fieldsOf[step].some((field) => lies(path, field)))

/** The first step that asks for one of these fields, with the first such field. */
export const firstFaulty = (paths: readonly string[]): { step: StepName; path: string } | undefined => {
  for (const step of stepNames) {
    const path = paths.find((one) => fieldsOf[step].some((field) => lies(one, field)))
    if (path !== undefined) return { step, path }
  }
  return undefined
}

/** What is wrong with the answers as they are, by the path of the field. */
export const faultsOfForm = (form: RegistrationForm, today: Day): Faults => {
  const checked = v.safeParse(formSchema(today), form)
  return checked.success ? {} : faultsOf(checked.issues)
}

/** Those of the faults that belong to these fields. */
export const faultsAt = (fields: readonly string[], faults: Faults): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([path]) => fields.some((field) => lies(path, field))))

/** Every wrong field of react-hook-form's tree of errors, by its path. */
export const faultsIn = (errors: FieldErrors<RegistrationForm>): Faults => {
  const faults: Faults = {}
  const walk = (node: object, path: string): void => {
    if ('message' in node && typeof node.message === 'string') {
      // A list that is wrong as a whole is kept at its `root`.
      faults[path.replace(/\.root$/, '')] = node.message as FieldFault
      return
    }
    for (const [key, below] of Object.entries(node)) {
      if (typeof below === 'object' && below !== null) walk(below as object, path ? `${path}.${key}` : key)
    }
  }
  walk(errors, '')
  return faults
}

/** The id of the element that shows a field: ids know no dots. */
export const anchorOf = (path: string): string => `at-${path.replace(/\./g, '-')}`

/** A form with nothing answered: questions to choose from have no answer, or null, until somebody chooses. */
export const blankForm = (purpose: Purpose): RegistrationForm => {
  const answers: Omit<RegistrationDraft, 'symptoms' | 'test' | 'transport'> = {
    person: { name: '', phone: '', document: { kind: 'residentId', number: '' } },
    household: { place: '', door: '' },
    from: { region: '', detail: '' },
    leftOn: '',
    arrivesOn: '',
    companions: [],
    passed: [],
    vaccination: 'unknown',
    note: '',
  }
  const unanswered = { transport: { number: '', plate: '' }, test: { takenAt: '' }, symptoms: null }
  return { purpose, answers: { ...answers, ...unanswered } as unknown as RegistrationDraft }
}

/** Where they will live as far as it is known: the code that was scanned, else where they lived last. */
export const withKnownHousehold = (
  form: RegistrationForm,
  scannedPlace: string | undefined,
  family: readonly FamilyMember[],
): RegistrationForm => {
  if (form.answers.household.place !== '') return form
  const last = family[0]?.household
  const typedDoor = form.answers.household.door
  const isElsewhere = scannedPlace !== undefined && scannedPlace !== last?.place.id
  const household = isElsewhere
    ? { place: scannedPlace, door: typedDoor }
    : { place: last?.place.id ?? '', door: typedDoor || (last?.door ?? '') }
  return { ...form, answers: { ...form.answers, household } }
}

/** What a tip has told of them, to be checked with themselves. */
export const withKnownFromTip = (
  form: RegistrationForm,
  known: KnownFromTip | undefined,
): RegistrationForm => {
  if (!known) return form
  const { place, door, plate, arrivesOn } = known
  const transport = plate ? { ...form.answers.transport, by: 'car' as const, plate } : form.answers.transport
  return { ...form, answers: { ...form.answers, household: { place, door }, arrivesOn, transport } }
}

/** One symptom more or less; null, unanswered again, when the last one is gone: "none" is said in so many words. */
export const toggleSymptom = (felt: readonly Symptom[], one: Symptom): Symptom[] | null => {
  const now = felt.includes(one) ? felt.filter((other) => other !== one) : [...felt, one]
  return now.length > 0 ? now : null
}
