import { ok, refused, type Refused, type Result } from '@contract/action'
import type { PlaceChanged } from '@contract/places'
import { command } from '../cloud'
import type { PlaceDocument } from '../placeDocument'
import { inTransaction } from '../transaction'
import {
  changedMeanwhile,
  closeAbove,
  isNameTaken,
  nextOrder,
  noSuchNode,
  openAbove,
  ownNode,
  placesIn,
  type Editing,
  type OnNode,
} from './editing'
import { areLiftedApart } from './liftedApart'
import { startRelocation } from './relocation'
import { inherited, mayLieBelow } from './treeRules'

export interface Moving extends OnNode {
  /** The node below which it shall lie. */
  to: string
}

const refusedTo = (
  fault: 'placeNotYours' | 'placeLevel' | 'nameTaken' | 'placeLifting',
  message: string,
): Refused => refused('invalidInput', message, { to: fault })

/**
 * Puts a node below another one, at the end of what is there. What lies below it follows by the relocation that this begins,
 * and so do its cases. Asked for twice it is done once.
 */
export const moveNode = ({ place, version, to }: Moving, editing: Editing): Promise<Result<PlaceChanged>> =>
  inTransaction(async (transaction) => {
    const places = placesIn(transaction)
    const node = await ownNode(places, place, editing)
    if (!node) return noSuchNode()
    if (node.parent === to) return ok({ id: place, version: node.version })
    if (node.version !== version) return changedMeanwhile()
    const above = await ownNode(places, to, editing)
    if (!above) return refusedTo('placeNotYours', 'there is no such place of yours')
    // A node below this one is of a narrower level, so nothing can come to lie below itself.
    if (!mayLieBelow(node.level, above.level)) return refusedTo('placeLevel', 'it cannot lie there')
    if (await isNameTaken(places, to, node.name)) return refusedTo('nameTaken', 'its name is there already')

    const moved: PlaceDocument = { ...node, ...inherited(node, above) }
    if (await areLiftedApart(transaction, node.at, moved.at)) {
      return refusedTo('placeLifting', 'an outbreak is being ended at one of them')
    }
    const order = await nextOrder(places, moved)
    await closeAbove(places, node)
    const { parent, listedUnder, at, names, responsible } = moved
    await places.doc(place).update({
      data: {
        parent,
        listedUnder,
        names,
        order,
        version: version + 1,
        at: command.set(at),
        responsible: command.set(responsible),
      },
    })
    await openAbove(places, moved)
    await startRelocation(transaction, node, 'everything', editing.now)
    return ok({ id: place, version: version + 1 })
  })
