import { ok, refused, type CheckedInputOf, type Result } from '@contract/action'
import type { FoundCase, looksActions } from '@contract/looks'
import { returneeMachine, type ReturneeEvent, type ReturneeStatus } from '@contract/returnee'
import { isCaseRole } from '@contract/roles'
import type { SoughtNumber } from '@contract/soughtNumber'
import { belowPosts } from '@kernel/belowPosts'
import { advanced, type Case } from '@kernel/caseEvents'
import { changeCase } from '@kernel/cases'
import { todoView } from '@kernel/caseViews'
import { collection, command } from '@kernel/cloud'
import { lookedAt, lookingPost, mayLook, recordLook } from '@kernel/looks'
import { maskNumbers } from '@kernel/masking'
import type { PersonDocument } from '@kernel/people'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'

type FindInput = CheckedInputOf<typeof looksActions.find>
type Found = Case<unknown, ReturneeStatus>

/** A number belongs to a family; what it is known for is more than one wants to see at once. */
const PEOPLE_AT_MOST = 100
const CASES_AT_MOST = 20

/**
 * Finds people by a whole number, which is known only by its keyed hash, at the caller's own places. The look is counted
 * first, each case found learns of it, then it is written down; only after that is anything answered. What is not there and
 * what lies elsewhere cost the same requests and are answered alike.
 */
export const findByNumber: UseCase<typeof looksActions.find> = async (input, context) => {
  const may = await mayLook(input.submission, context)
  if (!may.ok) return may

  const digest = ownSealer().digest(input)
  // Each of those found reads them.
  const words = maskNumbers(input.words)
  const found = await noted(await casesKnownBy(input.number, context), { ...input, words }, digest, context)
  const post = await lookingPost(context, found[0]?.at)
  if (!post) return refused('notAllowed', 'only staff look')
  const look = { kind: 'search', submission: input.submission, words, digest } as const
  const recorded = await recordLook(look, found.map(lookedAt), post, context)
  if (!recorded.ok) return recorded
  // Sent again later it would show who has come since, without a record.
  const shown = new Set(recorded.data.map(({ id }) => id))
  return ok(found.filter(({ _id }) => shown.has(_id)).map(foundView))
}

/** The ids of cases whose people are known by this number, the latest first. */
async function casesKnownBy({ kind, value }: SoughtNumber, { caller }: Context): Promise<string[]> {
  const posts = (await caller.posts()).filter(({ role }) => isCaseRole(role))
  const key = kind === 'phone' ? 'phoneKey' : 'documentKey'
  const { data } = await collection<PersonDocument>('people')
    .where(command.and([{ [key]: command.in(ownSealer().findables(kind, value)) }, belowPosts(posts)]))
    .limit(PEOPLE_AT_MOST)
    .get()
  const latestFirst = data.sort((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime())
  return [...new Set(latestFirst.map((person) => person.case))].slice(0, CASES_AT_MOST)
}

/** Those of the cases that are the caller's to see, each with the search in its history. */
async function noted(ids: string[], input: FindInput, digest: string, context: Context): Promise<Found[]> {
  const changes = await Promise.all(ids.map((id) => noteIn(id, input, digest, context)))
  // Moved away meanwhile, or the caller's own: as if it had not been found.
  return changes.flatMap((changed) => (changed.ok ? [changed.data.after] : []))
}

const noteIn = (
  id: string,
  { submission, words }: FindInput,
  digest: string,
  context: Context,
): Promise<Result<{ after: Found }>> =>
  changeCase<unknown, ReturneeStatus, ReturneeEvent>(
    returneeMachine,
    'find',
    { case: id, submission, digest, version: 0 },
    context,
    (current, by) =>
      advanced(returneeMachine, current, 'find', { at: context.now, submission, digest, by, words }),
  )

const foundView = ({ _id, kind, status, openedAt, subject, place, todo, brief }: Found): FoundCase => ({
  id: _id,
  kind,
  status,
  openedAt: openedAt.toISOString(),
  display: subject.display,
  place,
  todo: todo && todoView(todo),
  brief,
})
