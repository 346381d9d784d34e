import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { holds } from '@kernel/deletion/deletionDocuments'

const A_ROUND = 20

/** The cases that a hold has kept, and that is over, are free again: to be deleted when their time has come. */
export async function settleHolds(now: Date): Promise<void> {
  const { data } = await holds
    .where({ settled: false, endsAt: command.lte(now) })
    .limit(A_ROUND)
    .get()
  for (const { _id } of data) {
    await collection<Case>('cases')
      .where({ hold: _id })
      .update({ data: { hold: null } })
    await holds.where({ _id }).update({ data: { settled: true } })
  }
}
