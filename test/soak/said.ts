import type { ErrorCode } from '@contract'

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
  /**
   * Everything that it was answered, however often it was sent. `internal` is no answer: nobody knows how far it came. `later`: too
   * often, and when it may be sent again; the phone then does, and here nobody waits so long.
   */
  answers: ('ok' | 'later' | ErrorCode)[]
  /** The data of the last good answer. */
  data: unknown
}

export type Outcome = 'acknowledged' | 'refused' | 'unknown'

/** A look is written down before anything is shown: these say only that nothing is, since the case has gone on, or elsewhere. */
const unseen: readonly string[] = ['changedMeanwhile', 'notFound']

/** The refusals that say that nothing was done. */
export const refusalsOf = ({ what, answers }: Pick<Said, 'what' | 'answers'>): string[] =>
  answers
    .filter((answer) => answer !== 'ok' && answer !== 'later')
    .filter((refusal) => what !== 'returnee.reveal' || !unseen.includes(refusal))

/** One good answer is enough: the person has been told so. */
export function outcomeOf(said: Pick<Said, 'what' | 'answers'>): Outcome {
  if (said.answers.includes('ok')) return 'acknowledged'
  return refusalsOf(said).length > 0 ? 'refused' : 'unknown'
}

/** Something that is not as it should be, and the document that it was found in. */
export interface Finding {
  document: string
  what: string
}
