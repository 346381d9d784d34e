import { affected } from '../assessment/runDocuments'
import type { Case } from '../caseEvents'
import { collection, command } from '../cloud'
import { countAll } from '../counts/countCases'
import { removeFiles } from '../files'
import type { LookDocument } from '../looks'
import { pictures, type PictureDocument } from '../pictures/pictureDocument'
import { batches, holds, type BatchDocument } from './deletionDocuments'

/** WeChat removes at most 50 files at a time. */
const FILES = 50
const HOURS_BETWEEN_TRIES = 24

const cases = collection<Case>('cases')
const looks = collection<LookDocument>('looks')

export async function removeLooks(ids: readonly string[]): Promise<void> {
  await looks.where({ _id: command.in([...ids]) }).remove()
}

/** Whoever is known to have looked at them stays known, for the records' own period. */
export async function removeHouseholds({ _id: batch, candidates }: BatchDocument): Promise<void> {
  await collection('households')
    .where({ _id: command.in(candidates), deletion: batch })
    .remove()
}

/**
 * Removes the marked cases of a batch and what belongs to them; the cases last, because they tell what is still to be
 * done. Records of who looked and holds that are over stay for their own period, and name the case no more.
 */
export async function removeWithCases({ _id: batch, candidates }: BatchDocument, now: Date): Promise<void> {
  const marked = { _id: command.in(candidates), deletion: batch }
  const { data } = await cases.where(marked).field({ history: false, body: false }).limit(FILES).get()
  if (data.length === 0) return
  const ids = data.map(({ _id }) => _id)
  const waiting = await removePictures(ids, now)
  if (waiting > 0) await batches.where({ _id: batch }).update({ data: { waiting } })
  await collection('people')
    .where({ case: command.in(ids) })
    .remove()
  await affected.where({ case: command.in(ids) }).remove()
  await looks
    .where({ 'cases.id': command.in(ids) })
    .update({ data: { cases: command.pull({ id: command.in(ids) }) } })
  await holds.where({ 'case.id': command.in(ids) }).update({ data: { 'case.id': '', 'case.display': '' } })
  // What stays of them is counted once they are gone from everywhere else, and before they are.
  await countAll(ids)
  await cases.where(marked).remove()
}

/** Answers how many the cloud storage would not remove: their documents stay, with nobody to look at them. */
async function removePictures(ids: string[], now: Date): Promise<number> {
  const refused: string[] = []
  for (;;) {
    const { data } = await pictures
      .where({ case: command.in(ids), _id: command.nin(refused) })
      .limit(FILES)
      .get()
    if (data.length === 0) return refused.length
    const gone = await removeFiles(data.map(({ file }) => file))
    const removed = data.filter(({ file }) => gone.has(file))
    const left = data.filter(({ file }) => !gone.has(file))
    if (removed.length > 0) await pictures.where({ _id: command.in(idsOf(removed)) }).remove()
    if (left.length > 0) await leave(left, now)
    refused.push(...idsOf(left))
  }
}

/** To the timer of the function `pictures`, which asks the cloud storage again every day for what no case claims. */
async function leave(left: PictureDocument[], now: Date): Promise<void> {
  const checkAt = new Date(now.getTime() + HOURS_BETWEEN_TRIES * 3_600_000)
  await pictures.where({ _id: command.in(idsOf(left)) }).update({ data: { owner: null, checkAt } })
}

const idsOf = (documents: readonly { _id: string }[]): string[] => documents.map(({ _id }) => _id)
