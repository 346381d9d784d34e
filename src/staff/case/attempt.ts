import type { Deed } from '@/components/staff/DeedSheets'

/** A deed on its way, and the id under which the function knows it. */
export interface Attempt {
  deed: Deed
  submission: string
}

const isSame = (one: Deed, other: Deed): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * The same deed is sent under the same id however often it takes, so that it is done once. Changed words are another
 * deed: under the old id the function would answer for the old words.
 */
export const attemptAt = (deed: Deed, last: Attempt | null, newSubmission: () => string): Attempt =>
  last && isSame(last.deed, deed) ? last : { deed, submission: newSubmission() }
