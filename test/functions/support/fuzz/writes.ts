import type { Action } from '../../../../local/protocol/action'
import { actions } from '../../../../local/protocol/actions'

/** A request that has changed something stored. */
export interface Write {
  /** The function that asked. */
  function: string
  action: string
  collection: string
  transaction: string | undefined
}

export interface Writes {
  /** What that function has changed since, but for what was taken back. */
  of(feature: string, mark: number): Write[]
  mark(): number
  end(): void
}

interface Fields {
  collectionName?: string
  transactionId?: string
}

/** How many documents were changed, by what the action has answered; an insertion that was refused has thrown. */
function changedBy(answer: unknown): number {
  const { data } = answer as { data?: { updated?: number; deleted?: number; insertedIds?: unknown[] } }
  return (data?.updated ?? 0) + (data?.deleted ?? 0) + (data?.insertedIds?.length ?? 0)
}

const writing = ['insertDocument', 'modifyDocument', 'modifyAndReturnDoc', 'removeDocument'].map(
  (name) => `database.${name}`,
)

/** Looks on while the local cloud stores: a conditional write that came too late has stored nothing. */
export function watchWrites(): Writes {
  const writes: Write[] = []
  const undone = new Set<string>()
  const find = actions.get.bind(actions)
  const noting =
    (name: string, usual: Action): Action =>
    async (fields, context) => {
      const { collectionName = '', transactionId } = fields as Fields
      if (name === 'database.abortTransaction' && transactionId) undone.add(transactionId)
      const answer = await usual(fields, context)
      if (writing.includes(name) && changedBy(answer) > 0) {
        const asked = { function: context.origin.function, action: name, collection: collectionName }
        writes.push({ ...asked, transaction: transactionId })
      }
      return answer
    }
  const spy = jest.spyOn(actions, 'get').mockImplementation((name) => {
    const usual = find(name)
    return usual && noting(name, usual)
  })
  return {
    of: (feature, mark) =>
      writes
        .slice(mark)
        .filter((write) => write.function === feature && !undone.has(write.transaction ?? '')),
    mark: () => writes.length,
    end: () => spy.mockRestore(),
  }
}
