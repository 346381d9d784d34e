import { ok, refused } from '@contract/action'
import { addDays, instantAt } from '@contract/calendar'
import { holdDays, holderRoles, type Hold, type keepingActions } from '@contract/keeping'
import type { Case } from '@kernel/caseEvents'
import { collection, command, isDuplicate } from '@kernel/cloud'
import type { PostDocument } from '@kernel/caller'
import { covers } from '@kernel/covering'
import { holds, type HoldDocument } from '@kernel/deletion/deletionDocuments'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { deciderAt, deciderBy, noSuch, placeOf, postAt, shownBy } from '@kernel/deciders'
import { settleHolds } from './settleHolds'

const holdContext = (id: string): string => `holds/${id}`

export const holdView = (
  { _id, place, case: held, words, by, servesAt, heldAt, until }: HoldDocument,
  posts: readonly PostDocument[],
): Hold => ({
  id: _id,
  place,
  case: held,
  words: ownSealer().open(words as Sealed, holdContext(_id)),
  by: shownBy(by),
  at: heldAt.toISOString(),
  until,
  mayRelease: postAt(servesAt, holderRoles, posts) !== undefined,
})

/** Keeps one case, or everything at a place, from being deleted: it is evidence, or somebody inquires into it. */
export const holdCases: UseCase<typeof keepingActions.hold> = async (input, context) => {
  const { today, now } = context
  if (input.until < today || input.until > addDays(today, holdDays.most))
    return refused('invalidInput', 'not a day on which a hold may end', { until: 'outOfRange' })
  const place = await placeOf(input.place, context)
  const post = postAt(place.at, holderRoles, await context.caller.posts())
  if (!post) return noSuch('place')
  const held = input.case === null ? null : await heldCase(input.case, place)
  if (held === undefined) return noSuch('case')
  const hold: HoldDocument = {
    _id: input.submission,
    place: placeName(place),
    at: place.at,
    case: held,
    words: ownSealer().seal(input.words, holdContext(input.submission)),
    by: deciderBy(post),
    servesAt: post.at,
    heldAt: now,
    until: input.until,
    endsAt: instantAt(addDays(input.until, 1), 0),
    released: null,
    settled: false,
  }
  try {
    await holds.add({ data: hold })
    return ok(holdView(hold, await context.caller.posts()))
  } catch (cause) {
    if (isDuplicate(cause)) return refused('submissionTaken', 'this submission did something else before')
    throw cause
  }
}

/** The hold that was put there, also when its last day has passed or its case has gone elsewhere since. */
export const heldBefore: DoneBefore<typeof keepingActions.hold> = async (input, { caller }) => {
  const { data: before } = await holds.doc(input.submission).get()
  if (before?.by.account !== caller.openid) return null
  const view = holdView(before, await caller.posts())
  const isSame =
    view.until === input.until && view.words === input.words && (view.case?.id ?? null) === input.case
  return isSame ? ok(view) : null
}

/** The case, masked; undefined where there is none at this place. */
async function heldCase(id: string, place: PlaceDocument): Promise<HoldDocument['case'] | undefined> {
  const { data } = await collection<Case>('cases').doc(id).get()
  if (!data || data.deletion || !covers({ place: placeName(place) }, data.at)) return undefined
  return { id, display: data.subject.display }
}

/**
 * Ends a hold before its day: where whoever put it there serves, or above; it may have been put against those below. What
 * it has kept is deleted when its time has come, which may be at once.
 */
export const releaseHold: UseCase<typeof keepingActions.release> = async (input, context) => {
  const { data: hold } = await holds.doc(input.hold).get()
  const by = hold && (await deciderAt(hold.at, holderRoles, context))
  if (!hold || !by || hold.place.id !== input.place) return noSuch('hold')
  if (!(await deciderAt(hold.servesAt, holderRoles, context)))
    return refused('notAllowed', 'it was put there from further above')
  if (hold.released) return ok(null)
  const words = ownSealer().seal(input.words, holdContext(hold._id))
  await holds
    .where({ _id: hold._id, released: null })
    .update({ data: { released: command.set({ ...by, words }), endsAt: context.now } })
  await settleHolds(context.now)
  return ok(null)
}

export const releasedBefore: DoneBefore<typeof keepingActions.release> = async (input, { caller }) => {
  const { data: hold } = await holds.doc(input.hold).get()
  return hold?.released?.account === caller.openid ? ok(null) : null
}
