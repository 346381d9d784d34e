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
  const post = await lookingPost(context)
  if (!post) return refused('notAllowed', 'only staff look')
  const may = await mayLook(post, context)
  if (!may.ok) return may

  const digest = ownSealer().digest(input)
  const found = await noted(await casesKnownBy(input.number, context), input, digest, context)
  const { submission, words } = input
  const recorded = await recordLook(
    { kind: 'search', submission, words, digest },
    found.map(lookedAt),
    post,
    context,
  )
  return recorded.ok ? ok(found.map(foundView)) : recorded
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
