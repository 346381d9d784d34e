import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { removeFiles } from '@kernel/files'
import { pictures, type PictureDocument } from '@kernel/pictures/pictureDocument'

/** WeChat removes at most 50 files at a time. */
const A_ROUND = 50
const ROUNDS = 20
const HOURS_BETWEEN_TRIES = 24

/**
 * Looks once, a day after it was added, at each picture: what no case has claimed is removed, file and all. What is not
 * finished by one run is found again by the next; a file whose removal is refused is tried again a day later.
 */
export async function removeUnclaimed(now: Date): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { data } = await pictures
      .where({ checkAt: command.lte(now) })
      .orderBy('checkAt', 'asc')
      .limit(A_ROUND)
      .get()
    if (data.length > 0) await lookAt(data, now)
    if (data.length < A_ROUND) return
  }
}

async function lookAt(due: PictureDocument[], now: Date): Promise<void> {
  const cases = await existingCases(due.flatMap((one) => one.case ?? []))
  const kept = due.filter((one) => one.case !== null && cases.has(one.case))
  if (kept.length > 0)
    await pictures.where({ _id: command.in(idsOf(kept)) }).update({ data: { checkAt: null } })
  const claims = due.flatMap((one) => (one.case === null || cases.has(one.case) ? [] : one.case))
  await remove(
    due.filter((one) => !kept.includes(one)),
    [null, ...claims],
    now,
  )
}

/** A picture may have been claimed for a case that then could not be stored. */
async function existingCases(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { data } = await collection<Case>('cases')
    .where({ _id: command.in(ids) })
    .field({ history: false, body: false })
    .limit(A_ROUND)
    .get()
  return new Set(idsOf(data))
}

/** `claims` are those that came to nothing. */
async function remove(unclaimed: PictureDocument[], claims: (string | null)[], now: Date): Promise<void> {
  if (unclaimed.length === 0) return
  const ids = idsOf(unclaimed)
  // Taken from its owner first: from then on nobody can claim it, and what is found now can go.
  await pictures
    .where({ _id: command.in(ids), case: command.in(claims), checkAt: command.lte(now) })
    .update({ data: { owner: null, case: null } })
  const { data: taken } = await pictures
    .where({ _id: command.in(ids), owner: null, case: null })
    .limit(A_ROUND)
    .get()
  if (taken.length === 0) return
  const gone = await removeFiles(taken.map(({ file }) => file))
  const removed = taken.filter(({ file }) => gone.has(file))
  const refused = taken.filter(({ file }) => !gone.has(file))
  if (removed.length > 0) await pictures.where({ _id: command.in(idsOf(removed)) }).remove()
  if (refused.length > 0) await tryLater(refused, now)
}

/** Its document is all that points to a file. Put off, it does not hold up those behind it. */
async function tryLater(refused: PictureDocument[], now: Date): Promise<void> {
  console.error(`${refused.length} pictures could not be removed`)
  const checkAt = new Date(now.getTime() + HOURS_BETWEEN_TRIES * 3_600_000)
  await pictures.where({ _id: command.in(idsOf(refused)) }).update({ data: { checkAt } })
}

const idsOf = (documents: readonly { _id: string }[]): string[] => documents.map(({ _id }) => _id)
