import { ok, refused, type CheckedInputOf, type Result } from '@contract/action'
import type { PlaceChanged, placesActions } from '@contract/places'
import { covers, type PostDocument } from '@kernel/caller'
import { command } from '@kernel/cloud'
import { onDutyOf } from '@kernel/onDuty'
import type { OnDuty, PlaceDocument } from '@kernel/placeDocument'
import { changedMeanwhile, noSuchNode, ownNode, placesIn, type Editing } from '@kernel/placeTree/editing'
import { startRelocation } from '@kernel/placeTree/relocation'
import { isSameOnDuty } from '@kernel/placeTree/treeRules'
import { inTransaction, type Transaction } from '@kernel/transaction'

type Appointment = CheckedInputOf<typeof placesActions.appoint>

/**
 * Names who has a duty at a node, or leaves it to whoever is named above. All that lies below and has named nobody itself
 * follows by the relocation that this begins. Asked for twice it is done once.
 */
export const appoint = (
  { place, version, duty, person }: Appointment,
  editing: Editing,
): Promise<Result<PlaceChanged>> =>
  inTransaction(async (transaction) => {
    const node = await ownNode(placesIn(transaction), place, editing)
    if (!node) return noSuchNode()
    const named = person ? await nameAt(node, person, transaction) : await namedAbove(node, duty, transaction)
    if (named === null) {
      return refused('invalidInput', 'no such colleague for this place', {
        'person.post': 'colleagueUnknown',
      })
    }
    if (isSameOnDuty(node.responsible[duty], named)) return ok({ id: place, version: node.version })
    if (node.version !== version) return changedMeanwhile()

    const path = `responsible.${duty}`
    await placesIn(transaction)
      .doc(place)
      .update({ data: { [path]: named ? command.set(named) : command.remove(), version: version + 1 } })
    await startRelocation(transaction, node, 'places', editing.now)
    return ok({ id: place, version: version + 1 })
  })

/** null when the post is none that could act there. */
async function nameAt(
  { _id, at }: PlaceDocument,
  { name, phone, post }: NonNullable<Appointment['person']>,
  transaction: Transaction,
): Promise<OnDuty | null> {
  if (post === null) return { of: _id, name, phone, post: null, openid: null }
  const { data: held } = await transaction.collection<PostDocument>('staff').doc(post).get()
  return held?.active && covers(held, at) ? { ...onDutyOf(_id, held), name, phone } : null
}

async function namedAbove(
  { parent }: PlaceDocument,
  duty: Appointment['duty'],
  transaction: Transaction,
): Promise<OnDuty | undefined> {
  if (parent === null) return undefined
  const { data: above } = await placesIn(transaction).doc(parent).get()
  return above?.responsible[duty]
}
