/** A deed on its way, and the id under which the function knows it. */
export interface Attempt<Deed> {
  deed: Deed
  submission: string
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * The same deed is sent under the same id however often it takes, so that it is done once. Changed words are another
 * deed: under the old id the function would answer for the old words.
 */
export const attemptAt = <Deed>(
  deed: Deed,
  last: Attempt<Deed> | null,
  newSubmission: () => string,
): Attempt<Deed> => (last && isSame(last.deed, deed) ? last : { deed, submission: newSubmission() })
