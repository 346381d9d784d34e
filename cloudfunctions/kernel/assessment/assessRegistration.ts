import { assess, type Facts } from '@contract/assessment'
import { addDays, dayOf } from '@contract/calendar'
import type { Outcome } from '@contract/outcome'
import { regionNames } from '@contract/regions'
import { limits, type RegistrationAnswers } from '@contract/returneeAnswers'
import type { Ruling } from './inForce'

/** What the rules look at; `detail` is the only secret among it. */
type Answers = Pick<
  RegistrationAnswers,
  'from' | 'leftOn' | 'arrivesOn' | 'passed' | 'symptoms' | 'vaccination'
> & { test: Pick<RegistrationAnswers['test'], 'result'> }

/**
 * Somebody was where they come from for the fortnight before leaving: nobody is asked since when. Where they passed
 * through, they were on that day.
 */
export const factsOf = (answers: Answers, openedAt: Date): Facts => {
  const { from, leftOn, arrivesOn, passed, symptoms, test, vaccination } = answers
  const openedOn = dayOf(openedAt)
  return {
    stays: [
      { ...from, first: addDays(leftOn, -limits.passedDaysBefore), last: leftOn, through: false },
      ...passed.map(({ region, on }) => ({ region, detail: '', first: on, last: on, through: true })),
    ],
    arrivesOn,
    judgedOn: arrivesOn > openedOn ? arrivesOn : openedOn,
    hasSymptoms: symptoms.length > 0,
    test: test.result,
    vaccination,
  }
}

export const regionName = (code: string): string => regionNames(code)?.join(' ') ?? code

/** What applies to a registration under a ruling; null where there is no policy. */
export const expectedUnder = ({ policy, list }: Ruling, answers: Answers, openedAt: Date): Outcome | null =>
  policy && assess(factsOf(answers, openedAt), policy, list, regionName)
