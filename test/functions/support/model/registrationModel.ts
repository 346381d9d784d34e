import type { ErrorCode } from '@contract'
import { decisionEvents, returneeMachine, type ReturneeEvent, type ReturneeStatus } from '@contract/returnee'
import { isAllowed } from '@contract/machine'
import { isOfficerRole, standsAbove, type Actor, type StaffRole } from '@contract/roles'

/** What somebody sends. */
export interface Act {
  account: string
  event: ReturneeEvent
  submission: string
  /** Of the case, as they have seen it. */
  version: number
  words: string
  days: number
}

/** An act as it stands in the history of a case. */
export interface Entry {
  account: string
  event: string
  submission: string
  from: string | null
  to: string
  words: string
  detail: Record<string, string | number> | null
}

/** In which capacities each account acts on the case. */
export type People = Readonly<Record<string, readonly Actor[]>>

/** The one who registers has caused the first entry. */
export const statusOf = (history: readonly Entry[]): ReturneeStatus =>
  (history[history.length - 1]?.to ?? 'submitted') as ReturneeStatus

const lastOf = (history: readonly Entry[], events: readonly string[]): Entry | undefined =>
  [...history].reverse().find(({ event }) => events.includes(event))

const measureEvents = ['accept', 'revise', 'confirm', 'grant']

/** The days in force; null where no measure is. There is only one measure here. */
const daysInForce = (history: readonly Entry[]): number | null => {
  const decided = lastOf(history, measureEvents)
  return decided ? Number(decided.detail?.days) : null
}

const sinceDecision = (history: readonly Entry[]): Entry[] => {
  const decision = lastOf(history, decisionEvents)
  return decision ? history.slice(history.indexOf(decision)) : []
}

/** Whoever decided: of a stricter measure also whoever proposed it. */
function deciders(history: readonly Entry[]): string[] {
  const [decision] = sinceDecision(history)
  if (!decision) return []
  const proposal = lastOf(history.slice(0, history.indexOf(decision)), ['tighten'])
  return decision.event === 'confirm' && proposal ? [decision.account, proposal.account] : [decision.account]
}

/** Why somebody whom the table allows an event may not cause it all the same. */
function barTo({ event, account }: Act, history: readonly Entry[], roles: readonly Actor[], people: People) {
  const isProposer = lastOf(history, ['tighten'])?.account === account
  if (event === 'appeal') {
    const isOwner = roles.includes('owner')
    const appeals = sinceDecision(history).filter((entry) => entry.event === 'appeal')
    const counted = appeals.filter((entry) => !isOwner || people[entry.account]?.includes('owner'))
    return counted.length > 0 ? 'appealClosed' : null
  }
  if (event === 'confirm') return isProposer ? 'notYourOwn' : null
  if (event === 'dismiss') return isProposer || roles.some(isOfficerRole) ? null : 'notAllowed'
  if (event === 'uphold' || event === 'grant') {
    if (deciders(history).includes(account)) return 'notYourOwn'
    const hearing = lastOf(history, ['appeal'])?.detail?.role as StaffRole
    const mayHear = (role: Actor) => isOfficerRole(role) && (role === hearing || standsAbove(role, hearing))
    return roles.some(mayHear) ? null : 'notAllowed'
  }
  return null
}

/** A stricter measure is proposed, a looser one is decided; the same is neither. */
function fitsInForce({ event, days }: Act, history: readonly Entry[]): boolean {
  const now = daysInForce(history)
  if (event === 'tighten') return now !== null && days > now
  if (event === 'revise') return now !== null && days < now
  return event !== 'grant' || now === null || days < now
}

/** What becomes of an act on a case with this history: it is done, has been done before, or is refused. */
export function outcomeOf(act: Act, history: readonly Entry[], people: People): 'done' | 'again' | ErrorCode {
  const { event, account, submission, version, words } = act
  const roles = people[account] ?? []
  if (roles.length === 0) return 'notFound'
  const before = history.find((entry) => entry.submission === submission)
  if (before) return isSame(before, { event, account, submission, words }) ? 'again' : 'submissionTaken'
  const transition = returneeMachine.events[event]
  if (!transition.anyVersion && version !== history.length) return 'changedMeanwhile'
  if (!isAllowed(transition, statusOf(history), roles)) return 'eventNotAllowed'
  return barTo(act, history, roles, people) ?? (fitsInForce(act, history) ? 'done' : 'invalidInput')
}

/** Whether an entry is what this act has left. */
export const isSame = (entry: Entry, act: Pick<Act, 'event' | 'account' | 'submission' | 'words'>): boolean =>
  entry.submission === act.submission &&
  entry.event === act.event &&
  entry.account === act.account &&
  entry.words === act.words

/** The status in which nobody has anything to do that a case was in last. */
const restedIn = (history: readonly Entry[]): string | undefined => {
  const atRest = ['accepted', 'rejected', 'withdrawn']
  return [...history].reverse().find(({ to }) => atRest.includes(to))?.to
}

/** The status that an event leads to, after this history. */
export function statusAfter(event: string, history: readonly Entry[]): string | undefined {
  if (!Object.hasOwn(returneeMachine.events, event)) return undefined
  const { to } = returneeMachine.events[event as ReturneeEvent]
  if (to === 'same') return statusOf(history)
  return to === 'back' ? restedIn(history) : to
}
