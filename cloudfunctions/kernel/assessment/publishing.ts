import { ok, refused, type Refused, type Result } from '@contract/action'
import {
  effectiveDaysAhead,
  proposalsAtMost,
  type Declared,
  type EditionHead,
  type EditionKind,
} from '@contract/editions'
import { policyLevels, policyRoles } from '@contract/roles'
import { command, isDuplicate } from '../cloud'
import { deciderAt, noSuch, placeOf, type Decider } from '../deciders'
import { placeName, type PlaceDocument } from '../placeDocument'
import { ownSealer, saysSame } from '../seal'
import type { Context } from '../serve'
import { inTransaction } from '../transaction'
import { editions, type ContentOf, type EditionDocument, type EditionOf } from './editionDocuments'
import { findEdition, headOf, type OnEdition } from './editionHeads'
import { publishWithin } from './publishWithin'
import { forgetForecast, startForecast } from './startRuns'

const DAY = 86_400_000

/** What is proposed: what was declared of it, and what it says. */
export type Proposal<Kind extends EditionKind> = Declared & { content: ContentOf<Kind> }

/**
 * The first of two who make an edition: nothing changes for anybody before somebody else has published it. Sent twice it
 * is one; whom it would change is looked up from now on.
 */
export async function proposeEdition<Kind extends EditionKind>(
  kind: Kind,
  proposal: Proposal<Kind>,
  context: Context,
): Promise<Result<EditionHead>> {
  const place = await placeOf(proposal.place, context)
  const fault = faultOf(proposal, place, context)
  if (fault) return fault
  const by = await deciderAt(place.at, policyRoles, context)
  if (!by) return noSuch('place')
  const stored = await store(kind, newEdition(proposal, place, by, context))
  return stored.ok ? forecast(kind, stored.data, context) : stored
}

/** What the caller has proposed by this submission, if that says the same; else null. */
export async function proposedBefore<Kind extends EditionKind>(
  kind: Kind,
  proposal: Proposal<Kind>,
  context: Context,
): Promise<Result<EditionHead> | null> {
  const { data: before } = await editions(kind).doc(proposal.submission).get()
  const isSame = before?.proposed.account === context.caller.openid && saysSame(before.said, saidBy(proposal))
  // That call may have ended before the forecast was begun.
  return before && isSame ? forecast(kind, before, context) : null
}

async function forecast(
  kind: EditionKind,
  edition: EditionDocument,
  context: Context,
): Promise<Result<EditionHead>> {
  if (edition.status === 'proposed') await startForecast(kind, edition, context)
  return ok(await headOf(kind, edition, context))
}

const saidBy = ({ source, effectiveFrom, words, content, place }: Proposal<EditionKind>): string =>
  ownSealer().digest({ source, effectiveFrom, words, content, place })

const faultOf = (
  { effectiveFrom, source }: Declared,
  { level }: PlaceDocument,
  { today, now }: Context,
): Refused | null => {
  if (!(policyLevels as readonly string[]).includes(level))
    return refused('invalidInput', 'a street or a district publishes', { place: 'placeTooNarrow' })
  if (source.publishedOn > today)
    return refused('invalidInput', 'nothing was published tomorrow', { 'source.publishedOn': 'outOfRange' })
  return Date.parse(effectiveFrom) > now.getTime() + effectiveDaysAhead * DAY
    ? refused('invalidInput', 'too far ahead', { effectiveFrom: 'outOfRange' })
    : null
}

const newEdition = <Kind extends EditionKind>(
  proposal: Proposal<Kind>,
  place: PlaceDocument,
  by: Decider,
  { now }: Context,
): EditionOf[Kind] => {
  const { submission, source, effectiveFrom, words, content } = proposal
  const edition: EditionDocument = {
    _id: submission,
    place: placeName(place),
    at: place.at,
    status: 'proposed',
    number: null,
    source,
    effectiveFrom: new Date(effectiveFrom),
    words,
    said: saidBy(proposal),
    proposed: { ...by, at: now },
    published: null,
    dropped: null,
  }
  return { ...edition, ...content } as unknown as EditionOf[Kind]
}

async function store<Kind extends EditionKind>(
  kind: Kind,
  edition: EditionOf[Kind],
): Promise<Result<EditionOf[Kind]>> {
  const waiting = { 'place.id': edition.place.id, status: 'proposed' }
  const { total } = await editions(kind).where(waiting).count()
  if (total >= proposalsAtMost) return refused('tooOften', 'so many are waiting for a second officer')
  try {
    await editions(kind).add({ data: edition })
    return ok(edition)
  } catch (cause) {
    if (isDuplicate(cause)) return refused('submissionTaken', 'this submission did something else before')
    throw cause
  }
}

/** What the caller has published or dropped before; null where they have not. */
export const signedBefore =
  (kind: EditionKind, act: 'published' | 'dropped') =>
  async (on: OnEdition, context: Context): Promise<Result<EditionHead> | null> => {
    const found = await findEdition(kind, on)
    return found?.[act]?.account === context.caller.openid ? ok(await headOf(kind, found, context)) : null
  }

/**
 * The second officer: from now on, or from the moment that was declared, it applies. All who may be concerned are looked at
 * again. Whoever publishes twice is answered the same.
 */
export async function publishEdition(
  kind: EditionKind,
  on: OnEdition,
  context: Context,
): Promise<Result<EditionHead>> {
  const found = await findEdition(kind, on)
  const by = found && (await deciderAt(found.at, policyRoles, context))
  if (!found || !by) return noSuch('edition')
  if (found.proposed.account === by.account) return refused('notYourOwn', 'a second officer publishes it')
  const published = await inTransaction((transaction) => publishWithin(transaction, kind, found._id, by))
  return published.ok ? ok(await headOf(kind, published.data, context)) : published
}

/** Takes back what was proposed, by whoever proposed it or another officer. */
export async function dropEdition(
  kind: EditionKind,
  { words, ...on }: OnEdition & { words: string },
  context: Context,
): Promise<Result<EditionHead>> {
  const found = await findEdition(kind, on)
  const by = found && (await deciderAt(found.at, policyRoles, context))
  if (!found || !by) return noSuch('edition')
  const dropped = { ...by, at: context.now, words }
  const { stats } = await editions(kind)
    .where({ _id: found._id, status: 'proposed' })
    .update({ data: { status: 'dropped', dropped: command.set(dropped) } })
  if (stats.updated === 0) return refused('changedMeanwhile', 'it does not wait for anybody any more')
  await forgetForecast(found._id, context)
  return ok(await headOf(kind, { ...found, status: 'dropped', dropped }, context))
}
