import { ok, refused, type Refused, type Result } from '@contract/action'
import type { FieldFault } from '@contract/faults'
import type { PlaceChanged } from '@contract/places'
import type { TransactionCollection } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { changedMeanwhile, closeAbove, noSuchNode, ownNode, placesIn, touch } from '@kernel/placeTree/editing'
import type { Editing, OnNode } from '@kernel/placeTree/editing'
import { areLiftedApart } from '@kernel/placeTree/liftedApart'
import { retire } from '@kernel/placeTree/retire'
import { startRelocation } from '@kernel/placeTree/relocation'
import { inTransaction } from '@kernel/transaction'

const COMPARED_AT_MOST = 1000

const refusedInto = (fault: FieldFault, message: string): Refused =>
  refused('invalidInput', message, { into: fault })

/**
 * Makes one node of two of the same level. What lies below the first comes to lie below the second, by the relocation that
 * this begins, its cases and staff go along, and its code leads there. Asked for twice it is done once.
 */
export const mergeNodes = (
  { place, version, into }: OnNode & { into: string },
  editing: Editing,
): Promise<Result<PlaceChanged>> =>
  inTransaction(async (transaction) => {
    const places = placesIn(transaction)
    const { data: found } = await places.doc(place).get()
    if (found?.mergedInto === into) return ok({ id: place, version: found.version })
    const successor = await ownNode(places, into, editing)
    if (!successor || into === place) return refusedInto('placeNotYours', 'there is no such place of yours')
    const node = await ownNode(places, place, editing)
    if (!node) return noSuchNode()
    if (node.version !== version) return changedMeanwhile()
    if (node.level !== successor.level) return refusedInto('placeLevel', 'they are not of one level')
    if (await areLiftedApart(transaction, node.at, successor.at))
      return refusedInto('placeLifting', 'an outbreak is being ended at one of them')
    if (await shareNames(places, place, into))
      return refusedInto('namesShared', 'both have places of one name')

    await closeAbove(places, node)
    await touch(places, [into], opened(node, successor))
    await retire(places, node, into)
    await startRelocation(transaction, node, 'everything', editing.now, into)
    return ok({ id: place, version: version + 1 })
  })

const opened = ({ more: gone }: PlaceDocument, { more }: PlaceDocument) => ({
  'more.below': more.below || gone.below,
  'more.listed': more.listed || gone.listed,
})

async function shareNames(
  places: TransactionCollection<PlaceDocument>,
  one: string,
  other: string,
): Promise<boolean> {
  const { data: first } = await places.where({ parent: one }).limit(COMPARED_AT_MOST).get()
  const { data: second } = await places.where({ parent: other }).limit(COMPARED_AT_MOST).get()
  const names = new Set(second.map(({ name }) => name))
  return first.some(({ name }) => names.has(name))
}
