import { urgencies, type CaseKind, type Urgency } from '@contract/cases'
import type { inboxActions } from '@contract/inbox'
import type { CheckedInputOf } from '@contract/action'
import { isCaseRole } from '@contract/roles'
import { belowPosts, type Condition } from '@kernel/belowPosts'
import type { PostDocument } from '@kernel/caller'
import { command } from '@kernel/cloud'

/** A place below which somebody looks. */
export type Chosen = CheckedInputOf<typeof inboxActions.list>['place']

/** Whose inbox it is: the posts that read cases, and the account. */
export interface Mine {
  posts: readonly PostDocument[]
  openid: string
}

// Whatever is open can wait at least so much; what is not open has no urgency at all, and so is not in the index's range.
export const CAN_WAIT: Urgency = 0

export const TIP: CaseKind = 'tip'

/** Whoever looks after one building is told of no tip about it. */
export const readsTips = ({ role }: Pick<PostDocument, 'role'>): boolean => isCaseRole(role)

/**
 * Open cases below any of my places, and below the chosen one: a place that is not mine simply has none. My own are
 * for somebody else to handle.
 */
export const atMyPlaces = (mine: Mine, chosen: Chosen): Condition =>
  command.and([
    ...below(chosen),
    belowEach(mine.posts),
    { 'todo.urgency': command.gte(CAN_WAIT) },
    forOthers(mine),
  ]) as unknown as Condition

/** Those of them whose time is over; each urgency is a stretch of the index that ends now. */
export const overdueAtMyPlaces = (mine: Mine, chosen: Chosen, now: Date): Condition =>
  command.and([
    ...below(chosen),
    belowEach(mine.posts),
    { 'todo.urgency': command.in([...urgencies]), 'todo.dueAt': command.lt(now) },
    forOthers(mine),
  ]) as unknown as Condition

/** Those that were handed to me, which lie at my places. */
export const handedToMe = (mine: Mine, chosen: Chosen): Condition =>
  command.and([
    ...below(chosen),
    { ...handedTo(mine.posts), 'todo.urgency': command.gte(CAN_WAIT) },
    forOthers(mine),
  ]) as unknown as Condition

export const handedTo = (posts: readonly PostDocument[]): Condition => ({
  'todo.assignee.id': command.in(posts.map(({ _id }) => _id)),
})

const forOthers = ({ openid }: Mine): Condition => ({ deletion: null, owner: command.neq(openid) })

const below = (chosen: Chosen): Condition[] => (chosen ? [{ [`at.${chosen.level}`]: chosen.id }] : [])

/** Below a post lies only what its role reads. */
function belowEach(posts: readonly PostDocument[]): Condition {
  const [all, some] = [posts.filter(readsTips), posts.filter((post) => !readsTips(post))]
  const withoutTips = [belowPosts(some), { kind: command.neq(TIP) }]
  if (some.length === 0) return belowPosts(all)
  if (all.length === 0) return command.and(withoutTips) as unknown as Condition
  return command.or([belowPosts(all), command.and(withoutTips)]) as unknown as Condition
}
