import { createHmac, randomBytes } from 'node:crypto'
import { dayOf } from '@contract/calendar'
import { collection, command, isDuplicate } from './cloud'
import { ownSealer } from './seal'

/** How often something was done of late, as stored in `paces`. Whose it is cannot be told once the key is gone. */
export interface PaceDocument {
  /** The keyed hash of what is counted, by the key of the period. */
  _id: string
  /** A day or a month at UTC+8: 2026-11-22, 2026-11. */
  period: string
  count: number
}

/** The key of one period, as stored in `paceKeys` under its name; it is deleted when the period is over. */
interface PaceKeyDocument {
  _id: string
  secret: string
}

const paces = collection<PaceDocument>('paces')
const paceKeys = collection<PaceKeyDocument>('paceKeys')

/** What is counted, for whom or where, and in which part of the period, such as an hour. */
export interface Counted {
  what: string
  of: string
  part?: string
}

export const dayPeriod = (now: Date): string => dayOf(now)
export const monthPeriod = (now: Date): string => dayOf(now).slice(0, 7)
/** The hour of the day at UTC, as a part of a period. */
export const hourPart = (now: Date): string => String(now.getUTCHours())

// An instance remembers the keys of the periods that it has seen; it lasts for minutes.
const seen = new Map<string, string>()

async function secretOf(period: string): Promise<string> {
  const known = seen.get(period) ?? (await paceKeys.doc(period).get()).data?.secret ?? (await draw(period))
  seen.set(period, known)
  return known
}

async function draw(period: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  try {
    await paceKeys.add({ data: { _id: period, secret } })
    return secret
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    return (await paceKeys.doc(period).get()).data?.secret ?? secret
  }
}

/** The id under which something is counted. The key of the environment is in it too: the database alone tells nothing. */
export async function paceId({ what, of, part = '' }: Counted, period: string): Promise<string> {
  const secret = Buffer.from(await secretOf(period), 'base64url')
  const text = ownSealer().findable('pace', [what, part, of].join('\0'))
  return createHmac('sha256', secret).update(text).digest('base64url')
}

// Those that an instance has counted are there: it need not try whether they are the first.
const counts = new Set<string>()
const REMEMBERED_AT_MOST = 10_000

/**
 * Counts one more, before what is counted is done: of many at once none is done that is not counted. False, and nothing
 * counted, when there have been `most`. One database request, two for the first of a period and where there have been `most`.
 */
export async function countOne(counted: Counted, most: number, period: string): Promise<boolean> {
  const _id = await paceId(counted, period)
  const oneMore = async () => {
    const { stats } = await paces
      .where({ _id, count: command.lt(most) })
      .update({ data: { count: command.inc(1) } })
    return stats.updated === 1
  }
  if (await oneMore()) return true
  if (counts.has(_id) && (await isThere(_id))) return false
  const isCounted = (await isFirst(_id, period)) || (await oneMore())
  if (counts.size >= REMEMBERED_AT_MOST) counts.clear()
  counts.add(_id)
  return isCounted
}

/** It may have been forgotten meanwhile. */
const isThere = async (_id: string): Promise<boolean> => (await paces.doc(_id).get()).data !== null

/** Counts the first; false where another has done so. */
async function isFirst(_id: string, period: string): Promise<boolean> {
  try {
    await paces.add({ data: { _id, period, count: 1 } })
    return true
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    return false
  }
}

/** Counts so many more or fewer of each, 0 for none: one request in each case. They must have been counted before. */
export async function countMore(all: readonly Counted[], more: number, period: string): Promise<void> {
  const ids = await Promise.all(all.map((one) => paceId(one, period)))
  await paces.where({ _id: command.in(ids) }).update({ data: { count: command.inc(more) } })
}

/** How many have been counted; 0 where none has. One database request for all. */
export async function countedOf(all: readonly Counted[], period: string): Promise<number[]> {
  const ids = await Promise.all(all.map((one) => paceId(one, period)))
  const { data } = await paces.where({ _id: command.in(ids) }).get()
  return ids.map((id) => data.find(({ _id }) => _id === id)?.count ?? 0)
}

/** Deletes keys and counts of periods that are over: nobody can tell any more whose they were. */
export async function forgetPaces(now: Date): Promise<void> {
  const current = [dayPeriod(now), monthPeriod(now)]
  for (const period of seen.keys()) if (!current.includes(period)) seen.delete(period)
  counts.clear()
  await paceKeys.where({ _id: command.nin(current) }).remove()
  await paces.where({ period: command.nin(current) }).remove()
}
