import type { EditionKind } from '@contract/editions'
import { isDuplicate } from '../cloud'
import type { Context } from '../serve'
import type { Transaction } from '../transaction'
import { newRun, runId, type Begun } from './newRun'
import { affected, runs, type RunDocument } from './runDocuments'

/** Looks for whom an edition would change. Started again it is the same one. One database request. */
export async function startForecast(kind: EditionKind, edition: Begun, { now }: Context): Promise<void> {
  try {
    await runs.add({ data: newRun('forecast', kind, edition, now) })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
}

/** Of a proposal that is dropped nobody needs to know any more whom it would have changed. One database request. */
export async function forgetForecast(edition: string, { now }: Context): Promise<void> {
  await affected.where({ run: runId('forecast', edition) }).update({ data: { removeAt: now } })
}

/** Together with publishing: whom it changes is looked at again from when it comes into force. One database request. */
export async function startReassessment(
  kind: EditionKind,
  edition: Begun,
  transaction: Transaction,
): Promise<void> {
  const { _id, ...run } = newRun('reassessment', kind, edition, edition.effectiveFrom)
  await transaction.collection<RunDocument>('runs').doc(_id).set({ data: run })
}
