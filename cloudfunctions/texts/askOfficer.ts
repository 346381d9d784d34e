import type { TextDoubt } from '@contract/texts'
import { storeCase } from '@kernel/cases'
import type { DoubtDocument } from '@kernel/checking/doubts'
import { newTextCheck, officeAbove } from '@kernel/checking/textCheck'
import { derivedId } from '@kernel/derivedId'
import { maskNumbers } from '@kernel/masking'
import { findPlace } from '@kernel/places'
import { changesAnything, hiding } from './hiding'
import { namedDocuments, whereaboutsOf } from './namedDocuments'

/** Puts a text before the officers of its community, or of the wider place that it is about. Nothing where it is gone already. */
export async function askOfficer(
  found: DoubtDocument,
  { account, texts }: { account: string; texts: string[] },
  doubt: TextDoubt,
  now: Date,
): Promise<void> {
  const documents = await namedDocuments(found.ids)
  const where = await whereaboutsOf(found, documents, account, now)
  const id = where && officeAbove(where.at)
  const office = id && (await findPlace(id, now))
  if (!where || !office) return
  const hide = hiding(texts.map(maskNumbers), '')
  const { action, ids, writtenAt } = found
  const { display, standsIn } = where
  const opening = {
    ...{ id: derivedId({ textCheck: found._id }), account, texts, display },
    ...{ action, doubt, writtenAt, ids, standsIn },
    canHide: documents.some((document) => changesAnything(document, hide)),
  }
  await storeCase(newTextCheck(opening, office, now))
}
