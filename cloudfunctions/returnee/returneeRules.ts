import { addDays, dayOf, instantAt, minutesIntoDay } from '@contract/calendar'
import type { Faults, FieldFault } from '@contract/faults'
import type { RegistrationAnswers } from '@contract/returnee'
import { levels, type Level } from '@contract/roles'

const HOUR = 3_600_000

/** Between these hours somebody is at the desk; what would fall due at night is due at ten in the morning. */
const office = { opens: 8, closes: 20, firstDue: 10 } as const

const inOfficeHours = (due: Date): Date => {
  const minutes = minutesIntoDay(due)
  if (minutes > office.closes * 60) return instantAt(addDays(dayOf(due), 1), office.firstDue)
  return minutes < office.opens * 60 ? instantAt(dayOf(due), office.firstDue) : due
}

type Health = Pick<RegistrationAnswers, 'symptoms'> & { test: Pick<RegistrationAnswers['test'], 'result'> }

/** Whether somebody may be ill now: that cannot wait for the morning. */
const isUrgent = ({ symptoms, test }: Health): boolean => symptoms.length > 0 || test.result === 'positive'

/**
 * By when the community looks at a registration: within an hour when somebody may be ill, at any time of day; within
 * four hours when they are here or arrive today; otherwise within a day.
 */
export const reviewDue = (answers: Health & Pick<RegistrationAnswers, 'arrivesOn'>, now: Date): Date => {
  if (isUrgent(answers)) return new Date(now.getTime() + HOUR)
  const hours = answers.arrivesOn <= dayOf(now) ? 4 : 24
  return inOfficeHours(new Date(now.getTime() + hours * HOUR))
}

/** By when a resident's answer is expected; then the grid worker calls. */
export const answerDue = (now: Date): Date => inOfficeHours(new Date(now.getTime() + 24 * HOUR))

/** By when a second officer looks at a stricter measure that was proposed. */
export const confirmationDue = (now: Date): Date => inOfficeHours(new Date(now.getTime() + 2 * HOUR))

/** By when an appeal is heard. */
export const hearingDue = (now: Date): Date => inOfficeHours(new Date(now.getTime() + 24 * HOUR))

/** The place of a case is shown in lists and messages. A door is not: it is typed, and sealed. */
const faultOfLevel = (level: Level): FieldFault | undefined => {
  if (level === 'household') return 'placeIsDoor'
  return levels.indexOf(level) < levels.indexOf('compound') ? 'placeTooWide' : undefined
}

/** What only the function can know of the answers: whether their place and regions exist. Paths are the input's. */
export const answerFaults = (
  answers: RegistrationAnswers,
  place: { level: Level } | null,
  regionExists: (code: string) => boolean,
): Faults => {
  const faults: Faults = {}
  const fault = place ? faultOfLevel(place.level) : 'placeUnknown'
  if (fault) faults['answers.household.place'] = fault
  if (!regionExists(answers.from.region)) faults['answers.from.region'] = 'regionUnknown'
  answers.passed.forEach(({ region }, index) => {
    if (!regionExists(region)) faults[`answers.passed.${index}.region`] = 'regionUnknown'
  })
  return faults
}

/** The parts of the form, and the answers that each asks for. */
const sections = {
  person: ['person'],
  household: ['household'],
  journey: ['from', 'leftOn', 'arrivesOn', 'transport'],
  company: ['companions', 'passed'],
  health: ['test', 'symptoms', 'note'],
} as const satisfies Record<string, (keyof RegistrationAnswers)[]>

/** Which parts of the form an amendment has changed: what staff look at again. */
export const changedSections = (before: RegistrationAnswers, after: RegistrationAnswers): string[] =>
  Object.entries(sections)
    .filter(([, asked]) => asked.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])))
    .map(([section]) => section)
