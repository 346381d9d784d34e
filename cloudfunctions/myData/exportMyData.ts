import { randomUUID } from 'node:crypto'
import { ok, refused } from '@contract/action'
import { EXPORT_MINUTES, EXPORTS_AT_ONCE, type myDataActions } from '@contract/myData'
import { exportDocuments } from '@kernel/exportDocument'
import { keepFile, temporaryAddresses } from '@kernel/files'
import type { UseCase } from '@kernel/serve'
import { sheetsOf } from './exportSheets'
import { belongingsOf } from './ownCases'

/**
 * Everything about the caller as a spreadsheet, which WeChat opens and passes on. Its address works for ten minutes; then
 * the timer of the function `keeping` removes the file.
 */
export const exportMyData: UseCase<typeof myDataActions.export> = async (_input, { caller, now }) => {
  const { openid: owner } = caller
  const { total } = await exportDocuments.where({ owner }).count()
  if (total >= EXPORTS_AT_ONCE) return refused('tooOften', 'wait until the last ones are gone')
  const id = randomUUID()
  const path = `exports/${id}.xlsx`
  // With nothing in it yet: wherever this call is cut off, the timer knows of the file when it says anything.
  const file = await keepFile(path, Buffer.from(' '))
  const removeAt = new Date(now.getTime() + EXPORT_MINUTES * 60_000)
  await exportDocuments.add({ data: { _id: id, owner, file, removeAt } })
  // Another 100 KB, which few calls need.
  const { writeSpreadsheet } = await import('@kernel/writeSpreadsheet')
  await keepFile(path, await writeSpreadsheet(sheetsOf(await belongingsOf(owner, now), now)))
  const [address] = await temporaryAddresses([file], EXPORT_MINUTES * 60)
  if (!address) throw new Error('the spreadsheet is gone as soon as it was kept')
  return ok({ address, until: removeAt.toISOString() })
}
