import { ok } from '@contract/action'
import type { myDataActions } from '@contract/myData'
import type { Case } from '@kernel/caseEvents'
import { isDuplicate } from '@kernel/cloud'
import { A_BATCH, beginBatch, finishBatch, latestBatch } from '@kernel/deletion/batches'
import { certify } from '@kernel/deletion/certifying'
import { runs, type HoldDocument, type RunDocument } from '@kernel/deletion/deletionDocuments'
import { holdsInForce } from '@kernel/deletion/holding'
import { householdsOf, leaveHousehold } from '@kernel/households/leaving'
import { keepUntil, measureEndOf } from '@kernel/retention'
import type { Context, UseCase } from '@kernel/serve'
import { cases, ownCase, ownCases } from './ownCases'

/**
 * Deletes at once those of the caller's cases that nothing stands against, with their people and pictures; the others go
 * by themselves as soon as nothing does, and households that nobody else reports for with the next round of the timer.
 * The act is a run of its own with a certificate: arriving twice it is done once, and killed on the way the timer brings
 * it to its end.
 */
export const eraseMyData: UseCase<typeof myDataActions.erase> = async ({ submission }, context) => {
  const { caller, now, today } = context
  const [{ data: before }, holds] = await Promise.all([runs.doc(submission).get(), holdsInForce(now)])
  const run = before ?? (await beginRun(submission, holds, context))
  const gone = run && (await carryOut(run, now))
  const households = await leaveHouseholds(context)
  const left = await wantAllErased(await ownCases(caller.openid))
  return ok({
    certificate: gone?.certificate ?? null,
    cases: gone?.cases ?? 0,
    households,
    stays: left.map((one) => ownCase(one, holds, today)),
  })
}

/** What nobody else of the family reports for is due from now on: the timer deletes it, with a certificate of its own. */
async function leaveHouseholds(context: Context): Promise<number> {
  const found = await householdsOf(context.caller.openid)
  const left = await Promise.all(
    found.map(({ _id }) => leaveHousehold(_id, context, { keepUntil: context.now })),
  )
  return left.filter((one) => one.ok).length
}

/** null when nothing can go now. */
async function beginRun(
  submission: string,
  holds: readonly HoldDocument[],
  { caller, now, today }: Context,
): Promise<RunDocument | null> {
  const found = await ownCases(caller.openid)
  const free = found.filter((one) => ownCase(one, holds, today).obstacle === null)
  // Sent twice at the same moment, the other one may have taken all that can go.
  if (free.length === 0) return (await runs.doc(submission).get()).data
  const run: RunDocument = { _id: submission, by: 'person', startedAt: now, endedAt: null }
  try {
    await runs.add({ data: run })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
  // More than that go with the timer, as unwanted.
  const candidates = free.slice(0, A_BATCH).map(({ _id }) => _id)
  await beginBatch(submission, 0, { of: 'cases', reason: 'request', candidates })
  return run
}

/** null where the run was killed before it had chosen anything. */
async function carryOut(
  run: RunDocument,
  now: Date,
): Promise<{ certificate: number | null; cases: number } | null> {
  const batch = await latestBatch(run._id)
  if (!batch) return null
  await finishBatch(batch, run)
  const certificate = await certify(run, now)
  const done = await latestBatch(run._id)
  return { certificate, cases: done?.content?.numbers.cases ?? 0 }
}

const AT_ONCE = 20

/** Some at a time: an account that registers others may have a thousand, and a request waits no longer than its turn allows. */
async function wantAllErased(found: readonly Case[]): Promise<Case[]> {
  const wanted: Case[] = []
  for (let first = 0; first < found.length; first += AT_ONCE)
    wanted.push(...(await Promise.all(found.slice(first, first + AT_ONCE).map(wantErased))))
  return wanted
}

/** It goes when nobody has to act on it and its measure is over; each act on it finds that it is unwanted. */
async function wantErased(found: Case): Promise<Case> {
  const { _id, version, kind, history, body, todo, eraseWanted } = found
  const lastEventAt = history[history.length - 1]?.at
  if (eraseWanted || !lastEventAt) return found
  const until = keepUntil({ kind, lastEventAt, measureEnd: measureEndOf(body), isUnwanted: todo === null })
  const wanted = { eraseWanted: true, keepUntil: until }
  const { stats } = await cases.where({ _id, version, deletion: null }).update({ data: wanted })
  if (stats.updated === 1) return { ...found, ...wanted }
  const { data: meanwhile } = await cases.doc(_id).get()
  return meanwhile && !meanwhile.deletion ? wantErased(meanwhile) : found
}
