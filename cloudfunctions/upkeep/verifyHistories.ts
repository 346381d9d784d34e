import { ok } from '@contract/action'
import type { upkeepActions, Verification } from '@contract/upkeep'
import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { alterationOf } from '@kernel/history'
import type { UseCase } from '@kernel/serve'
import { goOn, WHILE_ASKED_MS } from './slices'

const A_BATCH = 100

interface Progress extends Verification {
  /** The last case looked at. */
  after: string
}

const start: Progress = { done: false, verified: 0, altered: 0, first: null, after: '' }

/** Looks whether every case follows from its history. A case that is no more, or came later, is no fault. */
export const verifyHistories: UseCase<typeof upkeepActions.verify> = async () => {
  const walk = { start, isCurrent: (stored: Progress) => !stored.done, step: verifyBatch }
  const { after: _, ...verification } = await goOn('verify', walk, WHILE_ASKED_MS)
  return ok(verification)
}

async function verifyBatch(progress: Progress): Promise<Progress> {
  const { data } = await collection<Case>('cases')
    .where({ _id: command.gt(progress.after) })
    .orderBy('_id', 'asc')
    .limit(A_BATCH)
    .get()
  const altered = data.flatMap((found) => {
    const alteration = alterationOf(found)
    return alteration ? [{ case: found._id, ...alteration }] : []
  })
  return {
    done: data.length < A_BATCH,
    verified: progress.verified + data.length,
    altered: progress.altered + altered.length,
    first: progress.first ?? altered[0] ?? null,
    after: data[data.length - 1]?._id ?? progress.after,
  }
}
