import type { CollectionName } from '@kernel/collections'
import { tiedAnew } from '@kernel/history'
import type { FindableKind, Sealer } from '@kernel/seal'
import { keyIdOf, type Sealed } from '@kernel/sealed'
import { contextOf, sealedTextsIn, type StoredDocument } from '@kernel/sealedTexts'

interface Findable {
  field: string
  kind: FindableKind
  from: string
}

const ofPerson: Findable[] = [
  { field: 'phoneKey', kind: 'phone', from: 'phone' },
  { field: 'documentKey', kind: 'document', from: 'document.number' },
]

/**
 * Keyed hashes by which values are found: where they stand, and where the value itself stands sealed. The code by which
 * a phone joins a household is not among them: nobody knows it any more, and it lasts a day; nor are receipts, which have
 * keys of their own (kernel/tips/receipts).
 */
const findables: Partial<Record<CollectionName, (document: StoredDocument) => Findable[]>> = {
  people: () => ofPerson,
  households: ({ members }) =>
    (members as unknown[]).flatMap((_, index) =>
      ofPerson.map(({ field, kind, from }) => ({
        field: `members.${index}.${field}`,
        kind,
        from: `members.${index}.${from}`,
      })),
    ),
  pictures: () => [{ field: 'hash', kind: 'picture', from: 'image' }],
  cases: ({ kind }) => (kind === 'tip' ? [{ field: 'foundBy', kind: 'plate', from: 'body.plate' }] : []),
}

const valueAt = (document: StoredDocument, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], document)

/** The fields of a document, by path, that must be as they were seen and those that are written. */
export interface Rekeying {
  seen: Record<string, unknown>
  written: Record<string, unknown>
  /** Whether it holds a text that no key opens. */
  isUnreadable: boolean
}

/** What the current keys change about a document: its sealed texts, the hashes of these, and what ties its history. */
export function rekeyed(collection: CollectionName, document: StoredDocument, sealer: Sealer): Rekeying {
  const texts = new Map(sealedTextsIn(document))
  const rekeying: Rekeying = { seen: {}, written: {}, isUnreadable: false }
  const write = (path: string, before: unknown, after: unknown) => {
    if (before === after) return
    rekeying.seen[path] = before
    rekeying.written[path] = after
  }
  const opened = (path: string, text: Sealed): string | null => {
    try {
      return sealer.openWhole(text, contextOf(collection, document, path))
    } catch {
      rekeying.isUnreadable = true
      return null
    }
  }

  for (const [path, text] of texts) {
    if (keyIdOf(text) === sealer.keyId) continue
    const clear = opened(path, text)
    if (clear !== null) write(path, text, sealer.seal(clear, contextOf(collection, document, path)))
  }
  for (const { field, kind, from } of findables[collection]?.(document) ?? []) {
    const text = texts.get(from)
    const clear = text === undefined ? null : opened(from, text)
    if (clear !== null) write(field, valueAt(document, field), sealer.findable(kind, clear))
  }
  if (collection === 'cases' && document.history) {
    const { _id, history } = document
    tiedAnew(_id, history).forEach((entry, index) =>
      write(`history.${index}.hash`, history[index]?.hash, entry.hash),
    )
  }
  // Events of a case follow from what is there: none may come in between.
  if (document.version !== undefined && Object.keys(rekeying.seen).length > 0)
    rekeying.seen.version = document.version
  return rekeying
}
