import type { Exposure } from './exposure'
import { nearnesses, type Rule } from './policyRules'
import type { TestResult, Vaccination } from './returneeAnswers'
import { riskLevels } from './riskLevels'

/** What one line of the table of rules looks at. */
export type Circumstances = Pick<Exposure, 'level' | 'near'> & {
  through: boolean
  daysSince: number
  hasSymptoms: boolean
  test: TestResult
  vaccination: Vaccination
}

const atLeast = <T>(order: readonly T[], value: T | null, wanted: T): boolean =>
  value !== null && order.indexOf(value) >= order.indexOf(wanted)

// From the farthest on, as levels are from the mildest.
const nearer = [...nearnesses].reverse()

const fitsPlace = (
  { level, near }: Rule['when'],
  { level: isLevel, near: isNear }: Circumstances,
): boolean => {
  if (near === 'abroad') return isNear === 'abroad'
  if (level === 'any' || near === 'any') return true
  return atLeast(riskLevels, isLevel, level) && isNear !== 'abroad' && atLeast(nearer, isNear, near)
}

const fitsTest = (wanted: Rule['when']['test'], test: TestResult): boolean => {
  if (wanted === 'notNegative') return test !== 'negative'
  return wanted === 'any' || wanted === test
}

const fitsYesOrNo = (wanted: string, isSo: boolean, yes: string): boolean =>
  wanted === 'any' || (wanted === yes) === isSo

export const fits = (when: Rule['when'], circumstances: Circumstances): boolean =>
  fitsPlace(when, circumstances) &&
  (when.withinDays === null || circumstances.daysSince <= when.withinDays) &&
  fitsYesOrNo(when.symptoms, circumstances.hasSymptoms, 'some') &&
  fitsTest(when.test, circumstances.test) &&
  fitsYesOrNo(when.vaccination, circumstances.vaccination === 'full', 'full') &&
  fitsYesOrNo(when.through, circumstances.through, 'only')

/** The first rule that fits; undefined where the table has a gap, which no published one has. */
export const ruleFor = (rules: readonly Rule[], circumstances: Circumstances): Rule | undefined =>
  rules.find(({ when }) => fits(when, circumstances))
