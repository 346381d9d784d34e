import type { TextDoubt } from '@contract/texts'
import { verdictOnAll } from '@kernel/checking/checkTexts'
import { doubts, openedDoubt, type DoubtDocument } from '@kernel/checking/doubts'
import { command } from '@kernel/cloud'
import { inDueSlices } from '@kernel/dueSlices'
import { askOfficer } from './askOfficer'

/** For so long WeChat knows who wrote something. */
const KNOWN_FOR_MS = 2 * 3_600_000

const AGAIN_AFTER_MS = 10 * 60_000

/**
 * Asks WeChat about texts that it could not be asked about, and officers about those that it is not sure of. It may end
 * anywhere, and another may do the same beside it: the officer's case has an id that follows from the text's.
 */
export const checkLater = (now: Date, until: Date): Promise<void> =>
  inDueSlices({ find: (most) => due(now, most), handle: (doubt) => settle(doubt, now) }, until)

const due = (now: Date, most: number) =>
  doubts
    .where({ dueAt: command.lte(now) })
    .orderBy('dueAt', 'asc')
    .limit(most)
    .get()

async function settle(found: DoubtDocument, now: Date): Promise<void> {
  const { _id } = found
  const { account, texts } = openedDoubt(found)
  const doubt = await doubtAbout(found, { account, texts }, now)
  if (doubt === 'later') {
    const dueAt = new Date(now.getTime() + AGAIN_AFTER_MS)
    await doubts.where({ _id }).update({ data: { dueAt } })
    return
  }
  if (doubt) await askOfficer(found, { account, texts: await doubtful(texts, account) }, doubt, now)
  await doubts.where({ _id }).remove()
}

interface Said {
  account: string
  texts: string[]
}

/** Why a person must look; null where nobody must. */
async function doubtAbout(
  { why, writtenAt }: DoubtDocument,
  { account, texts }: Said,
  now: Date,
): Promise<TextDoubt | 'later' | null> {
  if (why === 'review') return why
  if (now.getTime() - writtenAt.getTime() >= KNOWN_FOR_MS) return 'tooLate'
  const verdict = await verdictOnAll(texts, account)
  if (verdict === 'pass') return null
  return verdict === 'unknown' ? 'later' : verdict
}

/** Of several texts those that WeChat is not sure of; all where it passes each alone. */
async function doubtful(texts: string[], account: string): Promise<string[]> {
  if (texts.length === 1) return texts
  const left: string[] = []
  for (const text of texts) if ((await verdictOnAll([text], account)) !== 'pass') left.push(text)
  return left.length > 0 ? left : texts
}
