import { ok } from '@contract/action'
import type { upkeepActions, Verification } from '@contract/upkeep'
import type { Case } from '@kernel/caseEvents'
import { now } from '@kernel/clock'
import { collection, command } from '@kernel/cloud'
import { alterationOf } from '@kernel/history'
import { WHILE_ASKED_MS } from '@kernel/jobs'
import type { UseCase } from '@kernel/serve'

const A_BATCH = 100

/** Looks whether every case follows from its history. A case that is no more, or came later, is no fault. */
export const verifyHistories: UseCase<typeof upkeepActions.verify> = async ({ after }) => {
  const until = now().getTime() + WHILE_ASKED_MS
  let verification = await verifyBatch({ verified: 0, altered: 0, first: null, next: after })
  while (verification.next !== null && now().getTime() < until) verification = await verifyBatch(verification)
  return ok(verification)
}

async function verifyBatch({ verified, altered, first, next }: Verification): Promise<Verification> {
  const { data } = await collection<Case>('cases')
    .where({ _id: command.gt(next ?? '') })
    .orderBy('_id', 'asc')
    .limit(A_BATCH)
    .get()
  const found = data.flatMap((one) => {
    const alteration = alterationOf(one)
    return alteration ? [{ case: one._id, ...alteration }] : []
  })
  return {
    verified: verified + data.length,
    altered: altered + found.length,
    first: first ?? found[0] ?? null,
    next: data[A_BATCH - 1]?._id ?? null,
  }
}
