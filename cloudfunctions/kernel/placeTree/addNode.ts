import { ok, refused, type Result } from '@contract/action'
import type { PlaceChanged } from '@contract/places'
import type { Level } from '@contract/roles'
import { collection } from '../cloud'
import type { PlaceDocument } from '../placeDocument'
import { ownSealer, saysSame } from '../seal'
import { inTransaction } from '../transaction'
import { isNameTaken, nextOrder, noSuchNode, openAbove, ownNode, placesIn, type Editing } from './editing'
import { inherited, mayLieBelow, placeIdFrom } from './treeRules'

export interface Adding {
  submission: string
  /** The node below which it shall lie. */
  place: string
  level: Level
  name: string
  code: string
}

/** Adds a node at the end of what lies below another. The submission is its id: sent twice it is added once. */
export const addNode = (adding: Adding, editing: Editing): Promise<Result<PlaceChanged>> =>
  inTransaction(async (transaction) => {
    const { submission, place, level, name, code } = adding
    const places = placesIn(transaction)
    const _id = placeIdFrom(submission)
    const { data: before } = await places.doc(_id).get()
    if (before) return refused('submissionTaken', 'this submission has added a place')
    const above = await ownNode(places, place, editing)
    if (!above) return noSuchNode()
    if (!mayLieBelow(level, above.level)) {
      return refused('invalidInput', 'it cannot lie there', { level: 'placeLevel' })
    }
    if (await isNameTaken(places, place, name)) {
      return refused('invalidInput', 'something beside it has this name', { name: 'nameTaken' })
    }

    const node = { _id, level, name, code, version: 1, more: { listed: false, below: false } }
    const below = inherited({ ...node, at: {}, names: [], responsible: {} }, above)
    const added: PlaceDocument = {
      ...node,
      ...below,
      said: saidBy(adding),
      order: await nextOrder(places, below),
    }
    await places.add({ data: added })
    await openAbove(places, added)
    return ok({ id: _id, version: 1 })
  })

const saidBy = ({ submission: _, ...said }: Adding): string => ownSealer().digest(said)

/** The node that was added by this submission, whatever has become of it since; null where that is nothing, or another. */
export async function addedBefore(adding: Adding): Promise<Result<PlaceChanged> | null> {
  const { data: before } = await collection<PlaceDocument>('places').doc(placeIdFrom(adding.submission)).get()
  const isSame = before?.said !== undefined && saysSame(before.said, saidBy(adding))
  return before && isSame ? ok({ id: before._id, version: before.version }) : null
}
