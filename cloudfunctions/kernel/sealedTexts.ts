import { wordsContext } from './caseEvents'
import type { CollectionName } from './collections'
import type { HistoryEvent } from './history'
import { isSealed, type Sealed } from './sealed'

/** A document of any collection. */
export interface StoredDocument {
  _id: string
  version?: unknown
  history?: HistoryEvent[]
  [field: string]: unknown
}

/** Every sealed text of a document, by its path. */
export const sealedTextsIn = (value: unknown, path = ''): [path: string, text: Sealed][] => {
  if (isSealed(value)) return [[path, value]]
  if (value === null || typeof value !== 'object' || value instanceof Date) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    sealedTextsIn(inner, path === '' ? name : `${path}.${name}`),
  )
}

/** What a sealed text belongs to: its document, the words of an event that event. */
export const contextOf = (
  collection: CollectionName,
  { _id, history }: StoredDocument,
  path: string,
): string => {
  const index = /^history\.(\d+)\.words$/.exec(path)?.[1]
  const entry = collection === 'cases' && index ? history?.[Number(index)] : undefined
  return entry ? wordsContext(_id, entry) : `${collection}/${_id}`
}
