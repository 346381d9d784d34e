import { refused, type Result } from '@contract/action'
import type { CallResult } from '@contract/calls'
import { ownSealer } from '../seal'
import type { Context } from '../serve'
import { asCaller, callingPost, servesAt } from './callingPost'
import { changeHousehold } from './changing'
import {
  CALLS_KEPT,
  householdContext,
  livingThere,
  type HouseholdDocument,
  type StoredCall,
} from './householdDocument'

/** A routine check at a door, as whoever was there tells it. */
export interface Visit {
  submission: string
  household: string
  result: CallResult
  words: string
}

/** Whether what stands under a submission is a visit of the caller's. */
const isVisitOf = ({ by, reason }: StoredCall, { caller }: Context): boolean =>
  by.account === caller.openid && reason === 'routine'

/** The household as it is, where this visit has been written down. */
export const visitedBefore = (
  { submission, household }: Pick<Visit, 'submission' | 'household'>,
  context: Context,
): Promise<Result<HouseholdDocument>> =>
  changeHousehold({ household, handler: asCaller }, context, ({ calls }) =>
    calls.some((one) => one.id === submission && isVisitOf(one, context))
      ? 'nothing'
      : refused('notFound', 'nothing of the kind has been told'),
  )

/**
 * Writes down, where the family reads it, that somebody was at the door for a routine check. Whatever the reason was: after
 * a tip and after any other check the family reads the same. Three database requests; done once for a submission.
 */
export const recordVisit = (
  { submission, household, result, words }: Visit,
  context: Context,
): Promise<Result<HouseholdDocument>> =>
  changeHousehold({ household, handler: asCaller }, context, async (found) => {
    const before = found.calls.find(({ id }) => id === submission)
    if (before) {
      return isVisitOf(before, context)
        ? 'nothing'
        : refused('submissionTaken', 'this submission was something else before')
    }
    const post = await callingPost(found, context)
    const person = livingThere(found)[0] ?? found.members[0]
    if (!post || !person) throw new Error('a visit by nobody, or to a household of nobody')
    const visit: StoredCall = {
      id: submission,
      at: context.now,
      by: { account: context.caller.openid, name: post.name, role: post.role, place: servesAt(post) },
      person: person.id,
      reason: 'routine',
      isVisit: true,
      result,
      words: words === '' ? '' : ownSealer().seal(words, householdContext(household)),
    }
    return { calls: [visit, ...found.calls].slice(0, CALLS_KEPT) }
  })
