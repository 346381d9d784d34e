import type { ErrorCode } from '@contract/action'
import type { Day } from '@contract/calendar'
import { appealableUntil, sinceDecision, type ReturneeEvent, type Terms } from '@contract/returnee'
import { isOfficerRole, officerRoles, superior, type Actor, type StaffRole } from '@contract/roles'
import type { HistoryEvent } from '@kernel/history'

/** What these rules read of an event. */
export type Told = Pick<HistoryEvent, 'event' | 'at' | 'by' | 'detail'>

/** Somebody who is about to act on a case, in all the capacities they have there. */
export interface Person {
  account: string
  actors: readonly Actor[]
}

const lastOf = <Entry extends Told>(history: readonly Entry[], event: ReturneeEvent): Entry | undefined =>
  history.filter((entry) => entry.event === event).at(-1)

/** The latest proposal of a stricter measure. */
export const proposalIn = <Entry extends Told>(history: readonly Entry[]): Entry | undefined =>
  lastOf(history, 'tighten')

/** What a proposal or a decision asks for. */
export const termsIn = ({ detail }: Pick<Told, 'detail'>): Terms => ({
  measure: detail?.measure as Terms['measure'],
  days: Number(detail?.days),
})

/** Whoever made the decision in force: one person, or two where one proposed it and the other confirmed it. */
export const decidersOf = (history: readonly Told[]): Told['by'][] => {
  const [decision] = sinceDecision(history)
  if (!decision) return []
  const proposal = proposalIn(history.slice(0, history.indexOf(decision)))
  return decision.event === 'confirm' && proposal ? [decision.by, proposal.by] : [decision.by]
}

/** Whether the registration was entered on the telephone and decided by the same member of staff. */
export const isDecidedAlone = (history: readonly Told[]): boolean => {
  const deciders = decidersOf(history)
  return deciders.length === 1 && deciders[0]?.account === history[0]?.by.account
}

const isAbove = (role: Actor, other: Actor): boolean => {
  let above = other in superior ? superior[other as StaffRole] : null
  while (above && above !== role) above = superior[above]
  return above !== null
}

const isAtLeast = (role: Actor, other: Actor): boolean => role === other || isAbove(role, other)

/** The highest of several roles. */
const highest = (roles: readonly Actor[]): Actor =>
  roles.reduce((top, role) => (isAbove(role, top) ? role : top))

/** What the table of events cannot say: why somebody whom it allows `event` must not cause it; null when they may. */
export const barTo = (
  event: ReturneeEvent,
  history: readonly Told[],
  { account, actors }: Person,
  today: Day,
): ErrorCode | null => {
  const isProposer = () => proposalIn(history)?.by.account === account
  switch (event) {
    case 'appeal': {
      const isOwner = actors.includes('owner')
      const until = appealableUntil(history, ({ by }) => !isOwner || by.actor === 'owner')
      return until !== null && today <= until ? null : 'appealClosed'
    }
    case 'confirm':
      return isProposer() ? 'notYourOwn' : null
    case 'dismiss':
      return isProposer() || actors.some(isOfficerRole) ? null : 'notAllowed'
    case 'uphold':
    case 'grant': {
      if (decidersOf(history).some((by) => by.account === account)) return 'notYourOwn'
      const hearing = lastOf(history, 'appeal')?.detail?.role as StaffRole
      return actors.some((actor) => isOfficerRole(actor) && isAtLeast(actor, hearing)) ? null : 'notAllowed'
    }
    default:
      return null
  }
}

interface Held {
  openid: string
  role: StaffRole
}

const nearest = <Post extends Held>(posts: readonly Post[], roles: readonly StaffRole[]): Post | undefined =>
  roles.flatMap((role) => posts.filter((post) => post.role === role))[0]

/** The officer who is asked to confirm what somebody proposed: the nearest who is neither they nor the owner. */
export const confirmerAmong = <Post extends Held>(
  posts: readonly Post[],
  others: readonly (string | null)[],
): Post | undefined =>
  nearest(
    posts.filter(({ openid }) => !others.includes(openid)),
    officerRoles,
  )

/**
 * Whom an appeal goes to: the nearest officer above the highest of the deciders; where nobody stands above, another
 * officer of the same rank. Where there is none either, it waits for one. Never the deciders, never the owner.
 */
export const hearingAmong = <Post extends Held>(
  posts: readonly Post[],
  deciders: readonly Told['by'][],
  owner: string | null,
): { role: StaffRole; post: Post | undefined } => {
  const decided = highest(deciders.map(({ actor }) => actor))
  const barred = [owner, ...deciders.map(({ account }) => account)]
  const others = posts.filter(({ openid }) => !barred.includes(openid))
  const above = officerRoles.filter((role) => isAbove(role, decided))
  const same: StaffRole = isOfficerRole(decided) ? decided : 'communityOfficer'
  const post = nearest(others, [...above, same])
  return { role: post?.role ?? same, post }
}
