import type { Faults } from '@contract/faults'
import type { RegistrationAnswers } from '@contract/returnee'
import type { Level } from '@contract/roles'
import { homeFault } from '@kernel/homeRules'

/** What only the function can know of the answers: whether their place and regions exist. Paths are the input's. */
export const answerFaults = (
  answers: RegistrationAnswers,
  place: { level: Level } | null,
  regionExists: (code: string) => boolean,
): Faults => {
  const faults: Faults = {}
  const fault = homeFault(place)
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
