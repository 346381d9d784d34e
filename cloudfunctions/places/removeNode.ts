import { ok, refused, type Refused, type Result } from '@contract/action'
import type { PlaceChanged } from '@contract/places'
import type { PostDocument } from '@kernel/caller'
import type { Case } from '@kernel/caseEvents'
import { command } from '@kernel/cloud'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import type { PlaceDocument } from '@kernel/placeDocument'
import { changedMeanwhile, closeAbove, noSuchNode, ownNode, placesIn } from '@kernel/placeTree/editing'
import type { Editing, OnNode } from '@kernel/placeTree/editing'
import { startRelocation, type Relocation } from '@kernel/placeTree/relocation'
import { retire } from '@kernel/placeTree/retire'
import { inTransaction, type Transaction } from '@kernel/transaction'

const MERGED_AT_MOST = 100

type Content = 'placeHasPlaces' | 'placeHasStaff' | 'placeHasCases' | 'placeHasHouseholds'

const stillHas = (what: Content): Refused =>
  refused('invalidInput', 'the place is not empty', { place: what })

/**
 * Takes away a node with nothing in it. Its code leads to the node above, and so does the relocation that this begins, for
 * a case that somebody opens there at the same moment. Asked for twice it is done once.
 */
export const removeNode = ({ place, version }: OnNode, editing: Editing): Promise<Result<PlaceChanged>> =>
  inTransaction(async (transaction) => {
    const places = placesIn(transaction)
    const { data: found } = await places.doc(place).get()
    if (found?.mergedInto) return ok({ id: place, version: found.version })
    const node = await ownNode(places, place, editing)
    if (!node) return noSuchNode()
    if (node.version !== version) return changedMeanwhile()
    // Nobody could have asked who does not serve at the top or above.
    if (node.parent === null) return stillHas('placeHasStaff')
    const content = await contentOf(node, transaction)
    if (content) return content

    await closeAbove(places, node)
    await retire(places, node, node.parent)
    await startRelocation(transaction, node, 'everything', editing.now)
    return ok({ id: place, version: version + 1 })
  })

/** What is in it, or in what was merged into it and has not yet come. */
async function contentOf({ _id, level }: PlaceDocument, transaction: Transaction): Promise<Refused | null> {
  const { data: coming } = await transaction
    .collection<Relocation>('relocations')
    .where({ into: _id })
    .limit(MERGED_AT_MOST)
    .get()
  const ids = command.in([_id, ...coming.map((relocation) => relocation._id)])
  const { data: below } = await placesIn(transaction).where({ parent: ids }).limit(1).get()
  if (below.length > 0) return stillHas('placeHasPlaces')
  const { data: staff } = await transaction
    .collection<PostDocument>('staff')
    .where({ 'place.id': ids })
    .limit(1)
    .get()
  if (staff.length > 0) return stillHas('placeHasStaff')
  const { data: cases } = await transaction
    .collection<Case>('cases')
    .where({ [`at.${level}`]: ids })
    .limit(1)
    .get()
  if (cases.length > 0) return stillHas('placeHasCases')
  const { data: households } = await transaction
    .collection<HouseholdDocument>('households')
    .where({ [`at.${level}`]: ids })
    .limit(1)
    .get()
  return households.length > 0 ? stillHas('placeHasHouseholds') : null
}
