import type { ErrorCode } from '@contract'
import type { Day } from '@contract/calendar'

/** What somebody has submitted, and what they were told of it: what the checker holds against what is stored. */
export interface Said {
  /** `returnee.register`. */
  what: string
  openid: string
  /** The id under which its function knows it again: a submission, or a letter. */
  id: string
  /** What it was about: the case of an event, the household of a report. */
  about: string | null
  /** How often it was sent. */
  attempts: number
  /** The days of the cloud on which that was; a clock may have been turned meanwhile. */
  days: Day[]
  /** Everything that it was answered, however often it was sent. `internal` is no answer: nobody knows how far it came. */
  answers: ('ok' | ErrorCode)[]
  /** The data of the last good answer. */
  data: unknown
}

export type Outcome = 'acknowledged' | 'refused' | 'unknown'

/**
 * The refusals that say that nothing was done. Which days can be told of depends on the day on which that is asked: what was
 * carried out on one day, its answer lost, can be invalid when it is sent again on another. See docs/decisions/0027.
 */
export const refusalsOf = ({ answers, days }: Pick<Said, 'answers' | 'days'>): string[] =>
  answers.filter((answer) => answer !== 'ok' && !(answer === 'invalidInput' && days.length > 1))

/** One good answer is enough: the person has been told so. */
export function outcomeOf(said: Pick<Said, 'answers' | 'days'>): Outcome {
  if (said.answers.includes('ok')) return 'acknowledged'
  return refusalsOf(said).length > 0 ? 'refused' : 'unknown'
}

/** Something that is not as it should be, and the document that it was found in. */
export interface Finding {
  document: string
  what: string
}
