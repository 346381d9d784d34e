import { command } from '@kernel/cloud'
import { exportDocuments } from '@kernel/exportDocument'
import { removeFiles } from '@kernel/files'

/** WeChat removes at most 50 files at a time. */
const A_ROUND = 50

/** Before the end of an outbreak many take their data along; what is not gone then goes ten minutes later. */
const ROUNDS = 20

/** Spreadsheets with somebody's own data, whose address no longer works. One that cannot be removed is tried again. */
export async function removeExports(now: Date): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { data } = await exportDocuments
      .where({ removeAt: command.lte(now) })
      .orderBy('removeAt', 'desc')
      .limit(A_ROUND)
      .get()
    if (data.length === 0) return
    const gone = await removeFiles(data.map(({ file }) => file))
    const removed = data.filter(({ file }) => gone.has(file)).map(({ _id }) => _id)
    if (removed.length > 0) await exportDocuments.where({ _id: command.in(removed) }).remove()
    if (removed.length < A_ROUND) return
  }
}
