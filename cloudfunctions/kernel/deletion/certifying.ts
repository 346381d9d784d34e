import { createHash } from 'node:crypto'
import type { DeletionReason } from '@contract/keeping'
import { canonical } from '../canonical'
import { collection, command, isDuplicate } from '../cloud'
import { sumOf, tally } from './counting'
import {
  batches,
  certificates,
  runs,
  type BatchDocument,
  type CertificateDocument,
  type RunDocument,
} from './deletionDocuments'

const A_PAGE = 100

const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url')

/** Over everything the certificate says, what each batch deleted, and the certificate before. */
export const certificateHash = (
  { hash: _, ...said }: CertificateDocument,
  contents: readonly BatchDocument['content'][],
): string => sha256({ said, contents: contents.map(sha256) })

/** All batches of a run, in order. */
export async function batchesOf(run: string): Promise<BatchDocument[]> {
  const all: BatchDocument[] = []
  for (;;) {
    const { data } = await batches
      .where({ run, n: command.gte(all.length) })
      .orderBy('n', 'asc')
      .limit(A_PAGE)
      .get()
    all.push(...data)
    if (data.length < A_PAGE) return all
  }
}

const reasonsOf = (done: readonly BatchDocument[]): Partial<Record<DeletionReason, number>> =>
  tally(
    done.flatMap(({ reason, content }) => Array<DeletionReason>(content?.numbers.cases ?? 0).fill(reason)),
  )

/** Cases and households that a hold keeps although their time has come. */
async function countHeld(startedAt: Date): Promise<number> {
  const held = { hold: command.gt(''), keepUntil: command.lte(startedAt) }
  const [cases, households] = await Promise.all([
    collection('cases').where(held).count(),
    collection('households').where(held).count(),
  ])
  return cases.total + households.total
}

const newest = async (): Promise<CertificateDocument | undefined> =>
  (await certificates.orderBy('number', 'desc').limit(1).get()).data[0]

/**
 * Ends a run: its certificate follows the one before. Asked for twice, there is one. Answers its number; null where
 * another run was quicker with everything, and nothing is left of this one.
 */
export async function certify({ _id: run, startedAt }: RunDocument, now: Date): Promise<number | null> {
  const done = await batchesOf(run)
  const contents = done.map(({ content }) => content)
  if (contents.every((content) => !content?.ids.length)) return forget(run)
  const held = await countHeld(startedAt)
  for (;;) {
    const before = await newest()
    const number = (before?.number ?? 0) + 1
    const said: CertificateDocument = {
      _id: String(number),
      number,
      run,
      from: startedAt,
      at: now,
      numbers: sumOf(contents.flatMap((content) => content?.numbers ?? [])),
      kinds: kindsOf(contents),
      reasons: reasonsOf(done),
      held,
      waiting: done.reduce((sum, { waiting }) => sum + waiting, 0),
      batches: done.length,
      previous: before?.hash ?? '',
      hash: '',
    }
    const issued = await add({ ...said, hash: certificateHash(said, contents) })
    if (issued === null) continue
    await runs.where({ _id: run }).update({ data: { endedAt: now } })
    return issued
  }
}

/** Whether the run was killed between its certificate and its end. What is found due now belongs to another run. */
export async function isCertified({ _id: run }: RunDocument): Promise<boolean> {
  const { total } = await certificates.where({ run }).count()
  return total > 0
}

async function forget(run: string): Promise<null> {
  await batches.where({ run }).remove()
  await runs.where({ _id: run }).remove()
  return null
}

/** The number under which the run is certified now; null when another run was quicker to take it. */
async function add(certificate: CertificateDocument): Promise<number | null> {
  try {
    await certificates.add({ data: certificate })
    return certificate.number
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
  const { data } = await certificates.where({ run: certificate.run }).limit(1).get()
  return data[0]?.number ?? null
}

const kindsOf = (contents: readonly BatchDocument['content'][]): CertificateDocument['kinds'] => {
  const sum: CertificateDocument['kinds'] = {}
  for (const content of contents)
    for (const [kind, count] of Object.entries(content?.kinds ?? {})) {
      const known = kind as keyof typeof sum
      sum[known] = (sum[known] ?? 0) + count
    }
  return sum
}
