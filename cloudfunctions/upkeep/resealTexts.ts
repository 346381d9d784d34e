import { ok } from '@contract/action'
import type { Resealing, upkeepActions } from '@contract/upkeep'
import { collection, command } from '@kernel/cloud'
import { collectionNames, type CollectionName } from '@kernel/collections'
import { BY_TIMER_MS, goOn, storedJob, WHILE_ASKED_MS } from '@kernel/jobs'
import { ownSealer } from '@kernel/seal'
import type { StoredDocument } from '@kernel/sealedTexts'
import type { UseCase } from '@kernel/serve'
import { rekeyed } from './rekeying'

const A_BATCH = 50

interface Progress extends Resealing {
  /** Also the key of hashes: both may be changed. */
  hashKey: string
  /** The collection being looked through, and the last document looked at. */
  at: { collection: CollectionName; after: string }
  /** Whether this time through something had to be changed: then it is looked through once more. */
  isChanging: boolean
}

const JOB = 'reseal'
const [FIRST] = collectionNames

const start = (): Progress => ({
  done: false,
  key: ownSealer().keyId,
  hashKey: ownSealer().hashKeyId,
  looked: 0,
  changed: 0,
  unreadable: 0,
  first: null,
  at: { collection: FIRST, after: '' },
  isChanging: false,
})

const isForOurKeys = ({ key, hashKey }: Progress): boolean =>
  key === ownSealer().keyId && hashKey === ownSealer().hashKeyId

/**
 * Seals with the current key whatever another has sealed, while others go on writing: a document changed meanwhile is
 * left for the next time through, and only a time through in which nothing was left to do is the last one.
 */
export const resealTexts: UseCase<typeof upkeepActions.reseal> = async () => {
  const isCurrent = (stored: Progress) => isForOurKeys(stored) && !stored.done
  const { key, done, looked, changed, unreadable, first } = await goOn(
    JOB,
    { start: start(), isCurrent, step: resealBatch },
    WHILE_ASKED_MS,
  )
  return ok({ key, done, looked, changed, unreadable, first })
}

/** Goes on by itself after the keys have been changed, until that is done. */
export async function continueResealing(): Promise<void> {
  const stored = await storedJob<Progress>(JOB)
  if (stored?.progress.done && isForOurKeys(stored.progress)) return
  await goOn(JOB, { start: start(), isCurrent: isForOurKeys, step: resealBatch }, BY_TIMER_MS)
}

async function resealBatch(progress: Progress): Promise<Progress> {
  const { collection: name, after } = progress.at
  const { data } = await collection<StoredDocument>(name)
    .where({ _id: command.gt(after) })
    .orderBy('_id', 'asc')
    .limit(A_BATCH)
    .get()
  const results = await Promise.all(data.map((document) => reseal(name, document)))
  const toChange = results.filter(({ isToChange }) => isToChange).length
  const unreadable = data.filter((_, index) => results[index]?.isUnreadable)
  const [worst] = unreadable
  const counted: Progress = {
    ...progress,
    looked: progress.looked + data.length,
    changed: progress.changed + toChange,
    unreadable: progress.unreadable + unreadable.length,
    first: progress.first ?? (worst ? { collection: name, id: worst._id } : null),
    isChanging: progress.isChanging || toChange > 0,
  }
  const last = data[A_BATCH - 1]
  if (last) return { ...counted, at: { collection: name, after: last._id } }
  return afterCollection(counted)
}

/** The next collection; after the last one the first again, until nothing was left to change. */
function afterCollection(progress: Progress): Progress {
  const next = collectionNames[collectionNames.indexOf(progress.at.collection) + 1]
  if (next) return { ...progress, at: { collection: next, after: '' } }
  if (!progress.isChanging) return { ...progress, done: true }
  const { looked, changed } = progress
  return { ...start(), looked, changed }
}

/** Somebody who changes the document at the same moment is not in the way: it is written as it was seen, or not at all. */
async function reseal(name: CollectionName, document: StoredDocument) {
  const { seen, written, isUnreadable } = rekeyed(name, document, ownSealer())
  const isToChange = Object.keys(written).length > 0
  if (isToChange)
    await collection(name)
      .where({ _id: document._id, ...seen })
      .update({ data: written })
  return { isToChange, isUnreadable }
}
