import { ok, refused, type Result } from '@contract/action'
import type { PlaceChanged } from '@contract/places'
import { inTransaction } from '../transaction'
import {
  changedMeanwhile,
  isNameTaken,
  noSuchNode,
  ownNode,
  placesIn,
  touch,
  type Editing,
  type OnNode,
} from './editing'
import { startRelocation } from './relocation'

export interface Renaming extends OnNode {
  name: string
  code: string
}

/**
 * Gives a node another name or number. What lies below it is called after it by the relocation that this begins. Asked for
 * twice it is done once.
 */
export const renameNode = (
  { place, version, name, code }: Renaming,
  editing: Editing,
): Promise<Result<PlaceChanged>> =>
  inTransaction(async (transaction) => {
    const places = placesIn(transaction)
    const node = await ownNode(places, place, editing)
    if (!node) return noSuchNode()
    if (node.name === name && node.code === code) return ok({ id: place, version: node.version })
    if (node.version !== version) return changedMeanwhile()
    if (name !== node.name && (await isNameTaken(places, node.parent, name, place))) {
      return refused('invalidInput', 'something beside it has this name', { name: 'nameTaken' })
    }

    const names = [...node.names.slice(0, -1), name]
    await places.doc(place).update({ data: { name, code, names, version: version + 1 } })
    if (name !== node.name) {
      await touch(places, [node.parent])
      await startRelocation(transaction, node, 'everything', editing.now)
    }
    return ok({ id: place, version: version + 1 })
  })
