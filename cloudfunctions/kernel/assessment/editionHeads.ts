import { ok, type Result } from '@contract/action'
import type { EditionHead, EditionKind, EditionPage, EditionStatus } from '@contract/editions'
import type { At } from '@contract/roles'
import { now } from '../clock'
import { collection, command } from '../cloud'
import { noSuch, shownBy } from '../deciders'
import type { Context } from '../serve'
import { editionCollection, editions, type EditionDocument, type EditionOf } from './editionDocuments'
import { forgetRulings, idInForce } from './inForce'

const A_PAGE = 20

export interface OnEdition {
  place: string
  edition: string
}

/** An edition of that place, which `kernel/serve` has seen to be the caller's; null for one that is elsewhere or not there. */
export async function findEdition<Kind extends EditionKind>(
  kind: Kind,
  { place, edition }: OnEdition,
): Promise<EditionOf[Kind] | null> {
  const { data } = await editions(kind).doc(edition).get()
  return data?.place.id === place ? data : null
}

/** The id of the edition in force there, as it is now and not as it was a minute ago. One request. */
export function inForceNow(kind: EditionKind, at: At): Promise<string | null> {
  forgetRulings()
  // Not when the call began: what it waited for may have come into force since.
  return idInForce(kind, at, now())
}

/** As whoever publishes sees it. One request. */
export const headOf = async (
  kind: EditionKind,
  edition: EditionDocument,
  context: Context,
): Promise<EditionHead> => headWith(await inForceNow(kind, edition.at), kind, edition, context)

/** The same where it is known which edition is in force. */
export const headWith = (
  inForce: string | null,
  kind: EditionKind,
  edition: EditionDocument,
  { caller }: Context,
): EditionHead => {
  const { _id, place, status, number, source, effectiveFrom, words, proposed, published, dropped } = edition
  return {
    id: _id,
    kind,
    place,
    status,
    number,
    source,
    effectiveFrom: effectiveFrom.toISOString(),
    words,
    proposed: signature(proposed),
    published: published && signature(published),
    dropped: dropped && { ...signature(dropped), words: dropped.words },
    inForce: inForce === _id,
    mayPublish: status === 'proposed' && proposed.account !== caller.openid,
  }
}

const signature = ({ at, ...by }: EditionDocument['proposed']) => ({ ...shownBy(by), at: at.toISOString() })

/**
 * The editions of a place: on the first page those that wait for a second officer, then the others, the newest first.
 * Three database requests.
 */
export async function listEditions(
  kind: EditionKind,
  { place, after }: { place: string; after: string | null },
  context: Context,
): Promise<Result<EditionPage>> {
  const last = after === null ? null : await proposedAtOf(kind, { place, edition: after })
  if (after !== null && !last) return noSuch('edition')
  const waiting = last ? [] : await readHeads(kind, place, ['proposed'])
  const others = await readHeads(kind, place, ['published', 'dropped'], last)
  const page = [...waiting, ...others.slice(0, A_PAGE)]
  const [first] = page
  const inForce = first ? await inForceNow(kind, first.at) : null
  return ok({
    editions: page.map((edition) => headWith(inForce, kind, edition, context)),
    next: others.length > A_PAGE ? (page.at(-1)?._id ?? null) : null,
  })
}

// Ten thousand areas are not read for a line of a list.
const contentLeftOut = { areas: false, changes: false, rules: false } as const

type Position = Pick<EditionDocument, '_id' | 'proposed'>

async function readHeads(
  kind: EditionKind,
  place: string,
  statuses: EditionStatus[],
  after: Position | null = null,
): Promise<EditionDocument[]> {
  const { data } = await collection<EditionDocument>(editionCollection(kind))
    .where(command.and([{ 'place.id': place, status: command.in(statuses) }, ...following(after)]))
    .orderBy('proposed.at', 'desc')
    .orderBy('_id', 'desc')
    .limit(A_PAGE + 1)
    .field(contentLeftOut)
    .get()
  return data
}

const following = (after: Position | null): unknown[] => {
  if (!after) return []
  const { _id, proposed } = after
  return [
    command.or([
      { 'proposed.at': command.lt(proposed.at) },
      { 'proposed.at': proposed.at, _id: command.lt(_id) },
    ]),
  ]
}

async function proposedAtOf(kind: EditionKind, { place, edition }: OnEdition): Promise<Position | undefined> {
  const { data } = await collection<EditionDocument>(editionCollection(kind))
    .where({ _id: edition, 'place.id': place })
    .limit(1)
    .field(contentLeftOut)
    .get()
  return data[0]
}
