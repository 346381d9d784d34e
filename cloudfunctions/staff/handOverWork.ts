import { minuteOf } from '@contract/calendar'
import { ok, refused, type Refused, type Result } from '@contract/action'
import { handedOverThing, todoMessages } from '@contract/messages'
import { isCaseRole } from '@contract/roles'
import type { staffActions } from '@contract/staff'
import { covers, type PostDocument } from '@kernel/caller'
import type { Case } from '@kernel/caseEvents'
import { assigneeOf, byPost } from '@kernel/cases'
import { command, isDuplicate } from '@kernel/cloud'
import { isEpisodeIn } from '@kernel/healthAlerts/healthAlert'
import { householdsOf } from '@kernel/households/leaving'
import { notify } from '@kernel/notify'
import { replaceOnDuty } from '@kernel/onDuty'
import { ownSealer, saysSame } from '@kernel/seal'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { cases, handCasesOn, handedTo, mostUrgentFirst } from './handedCases'
import { postEvents, type PostEventDocument } from './postHistory'
import { findPost, managing, noSuchPost, notYourColleague, posts } from './posts'

/**
 * Gives the open work of one post to a colleague, a slice with each sending of the same act, and at the end its duties.
 * Nobody is given their own case, or what is wrong in their family: that goes back to its place.
 */
export const handOverWork: UseCase<typeof staffActions.handOver> = async (input, context) => {
  const { caller, now } = context
  const from = await findPost(input.post, caller)
  if (!from) return noSuchPost()
  const manager = await managing(caller, from)
  if (!manager) return notYourColleague()
  if (!isCaseRole(from.role)) return refused('eventNotAllowed', 'this post handles no cases')
  const { data: to } = await posts.doc(input.to).get()
  if (!to?.active || !isCaseRole(to.role) || to._id === from._id || isStranger(to, from, manager))
    return nobodyTo()
  const work = await openWork(from, to)
  if (work.elsewhere) return colleagueElsewhere()

  const digest = digestOf(from._id, to._id)
  const said = { submission: input.submission, digest, total: work.total }
  const begun = await begin(from, to, manager, said, now)
  if (!begun.ok) return begun
  const by = byPost(manager)
  const detail = { colleague: to.name, role: to.role }
  const own = await householdsOf(to.openid)
  const isTheirs = (found: Case) => found.owner === to.openid || isEpisodeIn(own, found)
  const { given } = await handCasesOn(
    handedTo(from._id),
    (found) => (isTheirs(found) ? null : assigneeOf(to)),
    () => ({ at: now, submission: input.submission, digest, by, detail }),
  )
  const { total: left } = await cases.where(handedTo(from._id)).count()
  if (left === 0) await replaceOnDuty(from, to)
  return ok({ moved: given, left })
}

/** Where all was given before, what has become of the posts since changes nothing about it; null where something is left. */
export const handedOverBefore: DoneBefore<typeof staffActions.handOver> = async (input, { caller }) => {
  const { submission, post, to } = input
  const begun = await begunBefore(submission, digestOf(post, to), caller)
  if (!begun?.ok) return null
  const { total: left } = await cases.where(handedTo(post)).count()
  return left === 0 ? ok({ moved: 0, left }) : null
}

const digestOf = (from: string, to: string): string => ownSealer().digest({ from, to })

/** Serves neither where the manager looks after things nor above the post whose work it is. */
const isStranger = (to: PostDocument, from: PostDocument, manager: PostDocument): boolean =>
  !covers(manager, to.at) && !covers(to, from.at)

const nobodyTo = (): Refused =>
  refused('invalidInput', 'there is no such colleague for this work', { to: 'colleagueUnknown' })

const colleagueElsewhere = (): Refused =>
  refused('invalidInput', 'some of the cases lie elsewhere', { to: 'colleagueElsewhere' })

/** How many cases are in somebody's hands, and whether another's place does not cover some. One database request. */
async function openWork(
  from: PostDocument,
  { place }: PostDocument,
): Promise<{ total: number; elsewhere: boolean }> {
  const { list } = await cases
    .aggregate()
    .match(handedTo(from._id))
    .group({ _id: `$at.${place.level}`, cases: command.aggregate.sum(1) })
    .end()
  return {
    total: list.reduce((sum, group) => sum + Number(group.cases), 0),
    elsewhere: list.some(({ _id }) => _id !== place.id),
  }
}

/** Writes the act into the history of both posts, and tells the colleague, unless that was done before. */
async function begin(
  from: PostDocument,
  to: PostDocument,
  manager: PostDocument,
  { submission, digest, total }: { submission: string; digest: string; total: number },
  now: Date,
): Promise<Result<null>> {
  const before = await begunBefore(submission, digest, manager)
  if (before) return before
  const { data: first } = await mostUrgentFirst(handedTo(from._id)).limit(1).get()
  const entry = (post: PostDocument, colleague: PostDocument): PostEventDocument => ({
    _id: post === from ? submission : `${submission}-to`,
    post: post._id,
    at: now,
    event: post === from ? 'handOver' : 'takeOver',
    by: { account: manager.openid, name: manager.name, role: manager.role },
    digest,
    words: null,
    detail: { colleague: colleague.name, cases: total },
  })
  try {
    await postEvents.add({ data: [entry(from, to), entry(to, from)] })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    // Sent twice at the same moment, or another act by the same submission.
    return (await begunBefore(submission, digest, manager)) ?? submissionTaken()
  }
  if (first[0]) await tell(to, from, total, first[0].todo.dueAt)
  return ok(null)
}

/** Whether this act was begun before; a refusal when its id was used for anything else. */
async function begunBefore(
  submission: string,
  said: string,
  { openid }: { openid: string },
): Promise<Result<null> | null> {
  const { data: entry } = await postEvents.doc(submission).get()
  if (!entry) return null
  return saysSame(entry.digest, said) && entry.by.account === openid ? ok(null) : submissionTaken()
}

const submissionTaken = (): Refused => refused('submissionTaken', 'this submission did something else before')

const tell = (to: PostDocument, from: PostDocument, total: number, dueAt: Date): Promise<void> =>
  notify('todoArrived', to.openid, 'staff/inbox/index', {
    thing1: handedOverThing(total),
    thing2: from.place.names.slice(-2).join(' '),
    phrase3: todoMessages.reassign ?? '',
    time4: minuteOf(dueAt),
  })
