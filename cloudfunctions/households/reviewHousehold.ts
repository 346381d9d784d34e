import { ok } from '@contract/action'
import type { Elsewhere, householdsActions, MemberForReview } from '@contract/households'
import { isReaderRole, readerRoles } from '@contract/roles'
import { belowPosts } from '@kernel/belowPosts'
import { collection, command } from '@kernel/cloud'
import { readHousehold } from '@kernel/households/changing'
import { handlerOf, noSuchHousehold } from '@kernel/households/handling'
import {
  livingThere,
  type HouseholdDocument,
  type MemberDocument,
} from '@kernel/households/householdDocument'
import { openEpisodes } from '@kernel/households/openEpisodes'
import { askedAt, openEpisode, reportedDay } from '@kernel/households/ownViews'
import { steadyOf } from '@kernel/households/steady'
import { callLine, reportedDaysView } from '@kernel/households/views'
import type { Context, UseCase } from '@kernel/serve'

const ELSEWHERE_AT_MOST = 20

const households = collection<HouseholdDocument>('households')

/**
 * A household as staff see it, masked. Two database requests, one more where documents are known, one more where somebody
 * has ever been unwell.
 */
export const reviewHousehold: UseCase<typeof householdsActions.review> = async ({ household }, context) => {
  const found = await readHousehold(household)
  const reader = await handlerOf(found, context, readerRoles)
  if (!found || !reader) return noSuchHousehold()
  const { _id, edits, place, display, members, accounts, days, calls, openedAt, enteredBy } = found
  const [open, elsewhere] = await Promise.all([openEpisodes(members), elsewhereOf(found, context)])
  return ok({
    id: _id,
    version: edits,
    place,
    display,
    members: members.map((one) => memberView(one, open)),
    reportedOn: reportedDay(found),
    phones: accounts.length,
    ...(await askedAt(found, context.now)),
    days: reportedDaysView(days),
    calls: calls.map((call) => callLine(_id, call)),
    steady: steadyOf(days, members),
    elsewhere,
    openedAt: openedAt.toISOString(),
    enteredBy: { role: enteredBy.actor, name: enteredBy.name },
  })
}

const memberView = (
  { id, display, relation, phoneKey, documentKey, left, last, episode }: MemberDocument,
  open: ReadonlySet<string>,
): MemberForReview => ({
  id,
  display,
  relation,
  hasPhone: phoneKey !== '',
  hasDocument: documentKey !== '',
  left,
  last,
  alert: openEpisode(episode, open),
})

/** Who of them lives, by the same document, in another household at the reader's places too: somebody's mistake, or nobody's. */
async function elsewhereOf(found: HouseholdDocument, { caller }: Context): Promise<Elsewhere[]> {
  const here = livingThere(found).filter(({ documentKey }) => documentKey !== '')
  const posts = (await caller.posts()).filter(({ role }) => isReaderRole(role))
  if (here.length === 0 || posts.length === 0) return []
  const keys = here.map(({ documentKey }) => documentKey)
  const named = { 'members.documentKey': command.in(keys), _id: command.neq(found._id), deletion: null }
  const { data } = await households
    .where(command.and([named, belowPosts(posts)]))
    .limit(ELSEWHERE_AT_MOST)
    .field({ days: false, calls: false })
    .get()
  return here.flatMap(({ id, documentKey }) =>
    data
      .filter((other) => livingThere(other).some((one) => one.documentKey === documentKey))
      .map(({ _id, display, place }) => ({ person: id, household: _id, display, place })),
  )
}
