import type { SqlValue } from './driver'
import { fromStoredText } from './storedText'
import type { Document, StoredText } from './types'

/** A stored document, the number of the row that holds it, and its sort keys as `key0`, `key1` and so on. */
export interface Match {
  id: number
  doc: StoredText
  document?: Document
  [sortKey: `key${number}`]: SqlValue
}

/** The document, which is read from its text when it is first asked for. */
export const documentOf = (match: Match): Document => (match.document ??= fromStoredText(match.doc))
