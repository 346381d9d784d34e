import type { Faults, FieldFault } from '@contract/faults'
import type { RegistrationAnswers } from '@contract/returnee'
import { levels, type Level } from '@contract/roles'

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
  health: ['test', 'symptoms', 'vaccination', 'note'],
} as const satisfies Record<string, (keyof RegistrationAnswers)[]>

/** Which parts of the form an amendment has changed: what staff look at again. */
export const changedSections = (before: RegistrationAnswers, after: RegistrationAnswers): string[] =>
  Object.entries(sections)
    .filter(([, asked]) => asked.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])))
    .map(([section]) => section)
