import { command, type TransactionCollection } from '../cloud'
import type { PlaceDocument } from '../placeDocument'

/** A node that is no more is found by its id only, and leads to what has taken its place. */
export async function retire(
  places: TransactionCollection<PlaceDocument>,
  { _id, version }: PlaceDocument,
  mergedInto: string,
): Promise<void> {
  await places.doc(_id).update({
    data: {
      mergedInto,
      version: version + 1,
      parent: null,
      listedUnder: null,
      at: command.set({}),
      responsible: command.set({}),
      more: { listed: false, below: false },
    },
  })
}
