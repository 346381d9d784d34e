import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { removeFiles } from '@kernel/files'
import { pictures, type PictureDocument } from '@kernel/pictures/pictureDocument'

/** WeChat removes at most 50 files at a time. */
const A_ROUND = 50
const ROUNDS = 20

/**
 * Looks once, a day after it was added, at each picture: what no case has claimed is removed, file and all. What is not
 * finished by one run is found again by the next.
 */
export async function removeUnclaimed(now: Date): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { data } = await pictures
      .where({ checkAt: command.lte(now) })
      .orderBy('checkAt', 'asc')
      .limit(A_ROUND)
      .get()
    if (data.length > 0) await lookAt(data)
    if (data.length < A_ROUND) return
  }
}

async function lookAt(due: PictureDocument[]): Promise<void> {
  const cases = await existingCases(due.flatMap((one) => one.case ?? []))
  const kept = due.filter((one) => one.case !== null && cases.has(one.case))
  if (kept.length > 0)
    await pictures.where({ _id: command.in(idsOf(kept)) }).update({ data: { checkAt: null } })
  const claims = due.flatMap((one) => (one.case === null || cases.has(one.case) ? [] : one.case))
  await remove(
    due.filter((one) => !kept.includes(one)),
    [null, ...claims],
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
async function remove(unclaimed: PictureDocument[], claims: (string | null)[]): Promise<void> {
  if (unclaimed.length === 0) return
  const stillUnclaimed = pictures.where({ _id: command.in(idsOf(unclaimed)), case: command.in(claims) })
  // Taken from its owner first: from then on nobody can claim it, and what is found now can go.
  await stillUnclaimed.update({ data: { owner: null } })
  const { data } = await stillUnclaimed.limit(A_ROUND).get()
  if (data.length > 0) await removeFiles(data.map(({ file }) => file))
  await stillUnclaimed.remove()
}

const idsOf = (documents: readonly { _id: string }[]): string[] => documents.map(({ _id }) => _id)
