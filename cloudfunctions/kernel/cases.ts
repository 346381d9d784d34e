import { ok, refused, type Refused, type Result } from '@contract/action'
import type { CaseKind } from '@contract/cases'
import { isAllowed, type Machine } from '@contract/machine'
import { levels, readerRoles, type Actor, type StaffRole } from '@contract/roles'
import { covers, type Caller, type PostDocument } from './caller'
import type { Advance, By, Case, CaseTodo } from './caseEvents'
import { collection, command, isDuplicate } from './cloud'
import { isCountedAlike } from './counts/countRules'
import { replacing } from './replacing'
import { ownSealer, saysSame } from './seal'
import type { Context } from './serve'

const cases = collection<Case>('cases')

const notFound = (): Refused => refused('notFound', 'there is no such case, or it is not yours to see')

export async function readCase<Body, Status extends string>(
  kind: CaseKind,
  id: string,
): Promise<Case<Body, Status> | null> {
  const { data } = await cases.doc(id).get()
  return asKind(kind, data)
}

// What is being deleted is there for nobody any more.
const asKind = <Body, Status extends string>(
  kind: CaseKind,
  found: Case | null | undefined,
): Case<Body, Status> | null =>
  found?.kind === kind && !found.deletion ? (found as Case<Body, Status>) : null

/**
 * A case, and in the same database request the posts of whoever would change it, of whom nothing else has been asked before:
 * {@link standing} then costs no other.
 */
async function readCaseFor<Body, Status extends string>(
  caller: Caller,
  kind: CaseKind,
  id: string,
): Promise<Case<Body, Status> | null> {
  const { list } = await cases
    .aggregate()
    .match({ _id: id })
    .lookup({ from: 'staff', pipeline: [{ $match: { openid: caller.openid } }], as: 'posts' })
    .end()
  const [first] = list as unknown as (Case & { posts: PostDocument[] })[]
  if (!first) return null
  const { posts, ...found } = first
  caller.hasRead(posts)
  return asKind(kind, found)
}

/** Somebody's standing towards a case: the capacities they may act in, and how the history will name them. */
export interface Standing {
  actors: Actor[]
  by: By
}

/**
 * As its owner, or as staff whose place covers it; null for everybody else. Nobody handles their own case as staff,
 * which is why an owner's posts are not even looked up. Of several posts the history names the one at the widest place,
 * of `wanted` roles if there is one: an appeal goes above it. Whoever asks has had the posts read before: how long an answer takes
 * does not tell a case that is not there from somebody else's.
 */
export async function standing(
  found: Case | null,
  { caller }: Context,
  wanted: readonly Actor[] = [],
  readers: readonly StaffRole[] = readerRoles,
): Promise<Standing | null> {
  if (!found) return null
  if (found.owner === caller.openid) {
    return { actors: ['owner'], by: { actor: 'owner', account: caller.openid, name: null } }
  }
  const posts = (await caller.posts())
    .filter((post) => readers.includes(post.role) && covers(post, found.at))
    .sort((a, b) => levels.indexOf(a.place.level) - levels.indexOf(b.place.level))
  const first = posts.find(({ role }) => wanted.includes(role)) ?? posts[0]
  return first ? { actors: posts.map(({ role }) => role), by: byPost(first) } : null
}

export const byPost = ({ role, openid, name }: PostDocument): By => ({ actor: role, account: openid, name })

export const assigneeOf = ({ _id, openid, name, role }: PostDocument): NonNullable<CaseTodo['assignee']> => ({
  id: _id,
  openid,
  name,
  role,
})

/** Stores a new case, or finds that this submission has been stored before. */
export async function storeCase(opened: Case): Promise<'stored' | 'sentBefore'> {
  try {
    await cases.add({ data: opened })
    return 'stored'
  } catch (cause) {
    if (isDuplicate(cause)) return 'sentBefore'
    throw cause
  }
}

/** The case an act is about, as the person saw it. */
export interface OnCase {
  case: string
  /** The act itself: arriving twice it is done once. */
  submission: string
  /** Of what the act says, see {@link Sealer.digest}. */
  digest: string
  version: number
}

/** What is sent to cause an event, as somebody has seen the case. */
export type Act = Omit<OnCase, 'digest'> & { words?: string }

/** An act with its digest. A retry may have seen a later version; what it says is what makes it the same act. */
export const digested = <Sent extends Act>(act: Sent): Sent & OnCase => ({
  ...act,
  digest: ownSealer().digest({ ...act, version: null }),
})

/** A case after an event; `repeated` when this very act had been done before and nothing was written. */
export interface CaseChange<Body, Status extends string> {
  after: Case<Body, Status>
  repeated: boolean
}

/**
 * Lets somebody cause `event` on a case: finds it, asks the machine, lets `act` say what changes, and writes that on the
 * condition that nobody was quicker. Two database requests.
 */
export async function changeCase<Body, Status extends string, Event extends string>(
  machine: Machine<Status, Event>,
  event: Event,
  on: OnCase,
  context: Context,
  act: (
    current: Case<Body, Status>,
    by: By,
    actors: readonly Actor[],
  ) => Advance<Body, Status> | Refused | Promise<Advance<Body, Status> | Refused>,
): Promise<Result<CaseChange<Body, Status>>> {
  const current = await readCaseFor<Body, Status>(context.caller, machine.kind as CaseKind, on.case)
  const transition = machine.events[event]
  const who = await standing(current, context, transition.by, machine.readers)
  if (!current || !who) return notFound()

  const before = doneBefore(current, event, on, who.by)
  if (before) return before
  if (!transition.anyVersion && current.version !== on.version) return changedMeanwhile()
  if (!isAllowed(transition, current.status, who.actors)) {
    return refused('eventNotAllowed', `${event} is not for you to do now`)
  }

  const advance = await act(current, who.by, who.actors)
  if ('ok' in advance) return advance
  if (!(await writeAdvance(current, advance))) {
    // Whoever was quicker may have been the same act, sent twice at the same moment.
    if (transition.anyVersion) return changeCase(machine, event, on, context, act)
    const now = await readCase<Body, Status>(machine.kind as CaseKind, on.case)
    return (now && doneBefore(now, event, on, who.by)) ?? changedMeanwhile()
  }
  const after = { ...current, ...advance.set, history: [...current.history, advance.entry] }
  return ok({ after, repeated: false })
}

/**
 * This act, where the caller has done it on that case; null where they have not. Also where the case has left their places since:
 * they are told of their own act. One database request.
 */
export async function changedBefore<Body, Status extends string, Event extends string>(
  machine: Machine<Status, Event>,
  event: Event,
  on: OnCase,
  { caller }: Context,
): Promise<Result<CaseChange<Body, Status>> | null> {
  const current = await readCase<Body, Status>(machine.kind as CaseKind, on.case)
  return current && doneBefore(current, event, on, { account: caller.openid })
}

/** This act as it was done before; a refusal when its id was used for anything else. */
function doneBefore<Body, Status extends string>(
  current: Case<Body, Status>,
  event: string,
  { submission, digest }: OnCase,
  by: Pick<By, 'account'>,
): Result<CaseChange<Body, Status>> | null {
  const entry = current.history.find((one) => one.submission === submission)
  if (!entry) return null
  const isSame = entry.event === event && saysSame(entry.digest, digest) && entry.by.account === by.account
  return isSame
    ? ok({ after: current, repeated: true })
    : refused('submissionTaken', 'this submission did something else before')
}

const changedMeanwhile = (): Refused => refused('changedMeanwhile', 'somebody else was quicker')

/** Writes what an event made of a case; false when somebody has changed it meanwhile. */
export async function writeAdvance<Body, Status extends string>(
  { _id, version, todo }: Case<Body, Status>,
  { set, entry }: Advance<Body, Status>,
): Promise<boolean> {
  const uncounted = isCountedAlike({ todo }, set) ? {} : { uncounted: entry.at }
  const { stats } = await cases
    .where({ _id, version, deletion: null })
    .update({ data: { ...replacing(set), ...uncounted, history: command.push([entry]) } })
  return stats.updated === 1
}
