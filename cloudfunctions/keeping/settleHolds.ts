import { retentionDays } from '@contract/keeping'
import { collection, command } from '@kernel/cloud'
import { holds } from '@kernel/deletion/deletionDocuments'

const A_ROUND = 20
const DAY = 86_400_000

/** What a hold has kept, and that is over, is free again: to be deleted when its time has come. */
export async function settleHolds(now: Date): Promise<void> {
  const { data } = await holds
    .where({ settled: false, endsAt: command.lte(now) })
    .limit(A_ROUND)
    .get()
  for (const { _id } of data) {
    for (const of of ['cases', 'households'] as const)
      await collection(of)
        .where({ hold: _id })
        .update({ data: { hold: null } })
    await holds.where({ _id }).update({ data: { settled: true } })
  }
}

/** Why somebody kept something is not kept for ever. One request. */
export async function forgetHolds(now: Date): Promise<void> {
  const past = new Date(now.getTime() - retentionDays.holds * DAY)
  await holds.where({ settled: true, endsAt: command.lte(past) }).remove()
}
