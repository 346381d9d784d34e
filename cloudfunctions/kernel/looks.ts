import { ok, refused, type Result } from '@contract/action'
import type { PlaceName } from '@contract/cases'
import type { LookedAt, LookKind } from '@contract/looks'
import { isCaseRole, levels, type At, type StaffRole } from '@contract/roles'
import { covers, type PostDocument } from './caller'
import type { Case } from './caseEvents'
import { collection, isDuplicate } from './cloud'
import { raiseLookAlerts } from './lookAlerts'
import { isAlertDue } from './lookRules'
import { countLook } from './lookTally'
import { ownSealer, saysSame } from './seal'
import type { Sealed } from './sealed'
import type { Context } from './serve'

/** One look, as stored in `looks`: whatever shows clear text, or looks for a number, has one of these first. */
export interface LookDocument {
  /** The submission of the act. */
  _id: string
  kind: LookKind
  lookedAt: Date
  by: { account: string; post: string; name: string; role: StaffRole; place: PlaceName }
  /** Where whoever looked serves. */
  at: At
  /** How many cases it showed; a deleted one is not named among `cases` any more. */
  found: number
  cases: LookedAt[]
  words: Sealed
  /** Of what was sent, see {@link Sealer.digest}. */
  digest: string
}

/** The document that the words of a look belong to. */
export const lookContext = (id: string): string => `looks/${id}`

/** What somebody is about to look at, or has just looked for. */
export interface Look {
  kind: LookKind
  submission: string
  /** Without long numbers: several people may read them. */
  words: string
  digest: string
}

/** The posts by which somebody may look at all, that at the widest place first. */
async function lookingPosts({ caller }: Context): Promise<PostDocument[]> {
  const posts = (await caller.posts()).filter(({ role }) => isCaseRole(role))
  return posts.sort((a, b) => levels.indexOf(a.place.level) - levels.indexOf(b.place.level))
}

/**
 * The post by which the caller looks: one that covers `at`, else any that decides about cases; none for others. Of
 * several it is the one at the widest place: whoever is also an officer is watched by those above the officer.
 */
export async function lookingPost(context: Context, at?: At): Promise<PostDocument | undefined> {
  const posts = await lookingPosts(context)
  return posts.find((post) => at && covers(post, at)) ?? posts[0]
}

/** Whether one more look may be, or this act has been counted before; refused with `tooOften` and told to the officers above when there were too many. */
export async function mayLook(act: string, context: Context): Promise<Result<null>> {
  const { caller, now } = context
  const { refusal, full } = await countLook(caller.openid, act, now)
  if (full && isAlertDue(full, now)) await raiseLookAlerts(full, await lookingPosts(context), now)
  return refusal ?? ok(null)
}

/**
 * Writes down a look that may be, and answers which cases the record names: nothing else may be shown. An act that arrives
 * twice is written down once, as it was the first time; its id cannot serve another look.
 */
export async function recordLook(
  { kind, submission, words, digest }: Look,
  cases: LookedAt[],
  post: PostDocument,
  { now }: Context,
): Promise<Result<LookedAt[]>> {
  const { openid: account, _id, name, role, place, at } = post
  const looks = collection<LookDocument>('looks')
  const look: LookDocument = {
    _id: submission,
    kind,
    lookedAt: now,
    by: { account, post: _id, name, role, place },
    at,
    found: cases.length,
    cases,
    words: ownSealer().seal(words, lookContext(submission)),
    digest,
  }
  try {
    await looks.add({ data: look })
    return ok(cases)
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
  const { data: before } = await looks.doc(submission).get()
  return before?.by.account === account && saysSame(before.digest, digest)
    ? ok(before.cases)
    : refused('submissionTaken', 'this submission was another look before')
}

/** A case as the record of a look names it. */
export const lookedAt = ({ _id, kind, subject }: Pick<Case, '_id' | 'kind' | 'subject'>): LookedAt => ({
  id: _id,
  kind,
  display: subject.display,
})
