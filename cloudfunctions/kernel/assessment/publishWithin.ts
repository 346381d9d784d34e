import { ok, refused, type Result } from '@contract/action'
import type { EditionKind } from '@contract/editions'
import { policyLevels, type At } from '@contract/roles'
import { now } from '../clock'
import { command } from '../cloud'
import type { Decider } from '../deciders'
import type { Transaction } from '../transaction'
import { inForceId } from './asInForce'
import { editionCollection, PUBLISHED_KEPT, type EditionOf, type InForceDocument } from './editionDocuments'
import { inForceOf } from './inForce'
import { startReassessment } from './startRuns'

type Published = InForceDocument['published']

/**
 * Publishes an edition that still waits: it gets the next number of its place, is found as in force from its time on, and a
 * run is started that looks at everybody concerned. All of that or nothing.
 */
export async function publishWithin<Kind extends EditionKind>(
  transaction: Transaction,
  kind: Kind,
  id: string,
  by: Decider,
): Promise<Result<EditionOf[Kind]>> {
  const stored = transaction.collection<EditionOf[Kind]>(editionCollection(kind)).doc(id)
  const { data: edition } = await stored.get()
  if (edition?.published?.account === by.account) return ok(edition)
  if (edition?.status !== 'proposed')
    return refused('changedMeanwhile', 'it does not wait for anybody any more')
  const { own, all } = await publishedAbove(transaction, kind, edition)
  // Not when the call began: whoever was quicker may have published since.
  const at = now()
  const effectiveFrom = edition.effectiveFrom > at ? edition.effectiveFrom : at
  if ('base' in edition && edition.base !== (inForceOf(all, effectiveFrom)?.id ?? null))
    return refused('changedMeanwhile', 'it was made from a list that is not the one before it')
  const signed = {
    status: 'published' as const,
    number: 1 + Math.max(0, ...own.map(({ number }) => number)),
    effectiveFrom,
    published: { ...by, at },
  }
  await stored.update({ data: { ...signed, published: command.set(signed.published) } })
  const { number } = signed
  const place = edition.place.id
  await transaction
    .collection<InForceDocument>('inForce')
    .doc(inForceId(kind, place))
    .set({ data: { kind, place, published: kept([{ id, number, effectiveFrom }, ...own], at) } })
  const published = { ...edition, ...signed }
  await startReassessment(kind, published, transaction)
  return ok(published)
}

/** What the place itself has published, and that together with what applies to it from above. */
async function publishedAbove(
  transaction: Transaction,
  kind: EditionKind,
  { at, place }: { at: At; place: { id: string } },
): Promise<{ own: Published; all: Published }> {
  const inForce = transaction.collection<InForceDocument>('inForce')
  let own: Published = []
  const all: Published = []
  for (const above of policyLevels.flatMap((level) => at[level] ?? [])) {
    const { data } = await inForce.doc(inForceId(kind, above)).get()
    if (above === place.id) own = data?.published ?? []
    all.push(...(data?.published ?? []))
  }
  return { own, all }
}

/** The newest, and whatever is in force or will be. */
const kept = (published: Published, at: Date): Published => {
  const inForce = inForceOf(published, at)
  return published.filter((one, index) => index < PUBLISHED_KEPT || one === inForce || one.effectiveFrom > at)
}
