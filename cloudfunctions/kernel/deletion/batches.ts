import { dayOf } from '@contract/calendar'
import type { DeletionReason } from '@contract/keeping'
import type { Case } from '../caseEvents'
import { now } from '../clock'
import { collection, command, isDuplicate } from '../cloud'
import type { HouseholdDocument } from '../households/householdDocument'
import type { LookDocument } from '../looks'
import { pictures } from '../pictures/pictureDocument'
import { measureEndOf } from '../retention'
import { contentOfCases, contentOfHouseholds, contentOfLooks } from './counting'
import { batches, type BatchContent, type BatchDocument, type RunDocument } from './deletionDocuments'
import { holdOver, holdsInForce } from './holding'
import { removeHouseholds, removeLooks, removeWithCases } from './removing'

/** Documents that go together. A case may hold some megabytes of history in all, and WeChat removes 50 files at a time. */
export const A_BATCH = 50

const cases = collection<Case>('cases')
const households = collection<HouseholdDocument>('households')
const looks = collection<LookDocument>('looks')

export interface Choice {
  of: BatchDocument['of']
  reason: DeletionReason
  candidates: string[]
}

/** The latest batch of a run; undefined when it has none yet. */
export async function latestBatch(run: string): Promise<BatchDocument | undefined> {
  const { data } = await batches.where({ run }).orderBy('n', 'desc').limit(1).get()
  return data[0]
}

/** Writes down what goes next, before anything does. Of two who do so at once one is written, and both go on with it. */
export async function beginBatch(run: string, n: number, choice: Choice): Promise<BatchDocument> {
  const _id = `${run}-${n}`
  const begun: BatchDocument = { ...choice, _id, run, n, state: 'chosen', content: null, waiting: 0 }
  try {
    await batches.add({ data: begun })
    return begun
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
  return (await batches.doc(_id).get()).data ?? begun
}

const removing: Record<BatchDocument['of'], (batch: BatchDocument) => Promise<void>> = {
  cases: (batch) => removeWithCases(batch, now()),
  households: removeHouseholds,
  looks: ({ candidates }) => removeLooks(candidates),
}

const counting: Record<
  BatchDocument['of'],
  (batch: BatchDocument, run: Pick<RunDocument, 'startedAt'>) => Promise<BatchContent>
> = {
  cases: mark,
  households: markHouseholds,
  looks: contentOfTheseLooks,
}

/** Carries a batch through from wherever it stands, and answers it done. */
export async function finishBatch(batch: BatchDocument, run: Pick<RunDocument, 'startedAt'>): Promise<void> {
  if (batch.state === 'done') return
  if (batch.state === 'chosen') await count(batch, run)
  await removing[batch.of](batch)
  await batches
    .where({ _id: batch._id, state: 'counted' })
    .update({ data: { state: 'done', candidates: command.set([]) } })
}

/** Counted once: whoever is second finds it counted, and some of it perhaps gone already. */
async function count(batch: BatchDocument, run: Pick<RunDocument, 'startedAt'>): Promise<void> {
  const content = await counting[batch.of](batch, run)
  await batches
    .where({ _id: batch._id, state: 'chosen' })
    .update({ data: { state: 'counted', content: command.set(content) } })
}

const stillDue: Record<DeletionReason, (startedAt: Date) => Record<string, unknown>> = {
  period: (startedAt) => ({ keepUntil: command.lte(startedAt) }),
  lift: () => ({}),
  request: () => ({ todo: null }),
}

/**
 * Marks the cases of a batch, unless something has happened to them since they were chosen, somebody has put a hold on
 * them, or what their owner wanted gone has a measure now: from now on they are there for nobody, and nobody can change
 * them.
 */
async function mark(
  batch: BatchDocument,
  { startedAt }: Pick<RunDocument, 'startedAt'>,
): Promise<BatchContent> {
  const { _id, candidates, reason } = batch
  const due = { ...stillDue[reason](startedAt), deletion: null }
  const [inForce, { data: chosen }] = await Promise.all([
    holdsInForce(now()),
    cases
      .where({ ...due, _id: command.in(candidates) })
      .field({ history: false })
      .limit(A_BATCH)
      .get(),
  ])
  const mayGo = (one: Case) => !holdOver(one, inForce) && !(reason === 'request' && isMeasureInForce(one))
  const free = chosen.filter(mayGo).map((one) => one._id)
  if (free.length > 0)
    await cases.where({ ...due, _id: command.in(free) }).update({ data: { deletion: _id, uncounted: now() } })
  const { data: marked } = await cases
    .where({ _id: command.in(candidates), deletion: _id })
    .limit(A_BATCH)
    .get()
  const ofThese = { case: command.in(marked.map((one) => one._id)) }
  const [people, images] = await Promise.all([
    collection('people').where(ofThese).count(),
    pictures.where(ofThese).count(),
  ])
  return contentOfCases(marked, { people: people.total, pictures: images.total })
}

/** The same for households. Whoever reports for one at this moment keeps it: its time has not come any more. */
async function markHouseholds(
  { _id, candidates, reason }: BatchDocument,
  { startedAt }: Pick<RunDocument, 'startedAt'>,
): Promise<BatchContent> {
  const due = { ...(reason === 'period' ? stillDue.period(startedAt) : {}), deletion: null }
  const inForce = await holdsInForce(now())
  const { data: chosen } = await households
    .where({ ...due, _id: command.in(candidates) })
    .field({ days: false, calls: false, members: false })
    .limit(A_BATCH)
    .get()
  const free = chosen.filter((one) => !holdOver(one, inForce)).map((one) => one._id)
  if (free.length > 0)
    await households.where({ ...due, _id: command.in(free) }).update({ data: { deletion: _id } })
  const { data: marked } = await households
    .where({ _id: command.in(candidates), deletion: _id })
    .limit(A_BATCH)
    .get()
  return contentOfHouseholds(marked)
}

const isMeasureInForce = ({ body }: Case): boolean => (measureEndOf(body) ?? '') >= dayOf(now())

async function contentOfTheseLooks({ candidates }: BatchDocument): Promise<BatchContent> {
  const { data } = await looks
    .where({ _id: command.in(candidates) })
    .limit(A_BATCH)
    .get()
  return contentOfLooks(data)
}
