import { collection } from '@kernel/cloud'
import { hidden, hiddenIn } from '@kernel/hiddenTexts'
import { maskNumbers } from '@kernel/masking'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import { contextOf, sealedTextsIn, type StoredDocument } from '@kernel/sealedTexts'
import type { NamedDocument } from './namedDocuments'

/** What becomes of a text; the same where nothing does. */
type Change = (whole: string) => string

/** Hides whatever says one of these; `by` is the case in which that was decided. */
export const hiding =
  (texts: readonly string[], by: string): Change =>
  (whole) =>
    texts.includes(maskNumbers(whole)) ? hidden(whole, by) : whole

/** Shows what was hidden in that case. */
export const showing =
  (by: string): Change =>
  (whole) => {
    const found = hiddenIn(whole)
    return found?.by === by ? found.text : whole
  }

interface Rewriting {
  seen: Record<string, unknown>
  written: Record<string, unknown>
}

const rewritten = ({ collection: name, document }: NamedDocument, change: Change): Rewriting => {
  const changes = sealedTextsIn(document).flatMap(([path, text]): [string, Sealed, Sealed][] => {
    const context = contextOf(name, document, path)
    const whole = ownSealer().openWhole(text, context)
    const after = change(whole)
    return after === whole ? [] : [[path, text, ownSealer().seal(after, context)]]
  })
  return {
    seen: Object.fromEntries(changes.map(([path, before]) => [path, before])),
    written: Object.fromEntries(changes.map(([path, , after]) => [path, after])),
  }
}

/** Whether it changes anything there. */
export const changesAnything = (found: NamedDocument, change: Change): boolean =>
  Object.keys(rewritten(found, change).written).length > 0

const MOST_ATTEMPTS = 5

/**
 * Seals texts of a document anew as `change` would have them. No hash of its history covers more of a sealed text than that it
 * is there (docs/decisions/0014). One database request, and more where somebody else changes the document meanwhile.
 */
export async function rewrite(found: NamedDocument, change: Change): Promise<void> {
  const { collection: name } = found
  let { document } = found
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const { seen, written } = rewritten({ collection: name, document }, change)
    if (Object.keys(written).length === 0) return
    const { _id, version } = document
    // Of a case the version is the length of its history; whoever changes a household writes back what they have read.
    const next = name === 'households' ? { version: Number(version) + 1 } : {}
    const { stats } = await collection(name)
      .where({ _id, ...seen, ...(version === undefined ? {} : { version }) })
      .update({ data: { ...written, ...next } })
    if (stats.updated === 1) return
    const { data } = await collection<StoredDocument>(name).doc(_id).get()
    if (!data) return
    document = data
  }
  throw new Error(`a document of ${name} is changed all the time`)
}
