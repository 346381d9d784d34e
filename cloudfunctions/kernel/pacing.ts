import { createHmac, randomBytes } from 'node:crypto'
import { dayOf } from '@contract/calendar'
import { canonical } from './canonical'
import { collection, command, isDuplicate } from './cloud'
import { ownSealer } from './seal'

/** How often something was done, and of that how often what a stricter limit is set for. */
interface Counts {
  count: number
  stricter: number
}

/** How often something was done of late, as stored in `paces`. Whose it is cannot be told once the key is gone. */
export interface PaceDocument extends Counts {
  /** The keyed hash of what is counted, by the key of the period. */
  _id: string
  /** A day or a month at UTC+8: 2026-11-22, 2026-11. */
  period: string
  /** {@link actHash} of the acts that were counted last, the latest first; none where they are not told apart. */
  acts?: string[]
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

// What an instance has counted is there: it need not try whether it is the first.
const begun = new Set<string>()
const REMEMBERED_AT_MOST = 10_000

/** More than anybody does in a period that can come twice. */
const ACTS_KEPT = 50

/**
 * By which an act that is counted is known when it comes again, by the key of the period. Of what goes into it, something must be
 * random and stored nowhere: else whoever has the keys could try which act was whose.
 */
const actHash = (said: unknown, period: string): Promise<string> =>
  paceId({ what: 'act', of: JSON.stringify(canonical(said)) }, period)

/** How often something may be done, and by which act it is done. */
export interface Booking {
  most: number
  /** Where it is what a stricter limit is for as well: that one. Asked for where it is not the first. */
  stricter?: () => Promise<number>
  /** All that is said by it, as it says it again when it comes twice. See {@link actHash}. */
  act?: object
}

/** `first`: nothing had been counted in this period. `again`: this act has been counted. `tooMany`: nothing has been counted. */
export type Booked = 'first' | 'another' | 'again' | 'tooMany'

/**
 * Counts one more, before what is counted is done: of many at once none is done that is not counted, and the same act, sent
 * twice at once, is counted once. One database request for the first of a period and for what this instance has counted
 * before; one more for what another instance has begun to count, and one more where it comes again or there have been too many.
 */
export async function book(
  counted: Counted,
  { most, stricter, act }: Booking,
  period: string,
): Promise<Booked> {
  const _id = await paceId(counted, period)
  const acts = act ? [await actHash(act, period)] : []
  const more: Counts = { count: 1, stricter: stricter ? 1 : 0 }
  const first: PaceDocument = { _id, period, ...more, ...(act && { acts }) }
  const wasBegun = begun.has(_id)
  if (!wasBegun && (await begin(first))) return 'first'
  const below = {
    count: command.lt(most),
    ...(stricter && { stricter: command.lt(await stricter()) }),
    ...(act && { acts: command.nin(acts) }),
  }
  const { stats } = await paces
    .where({ _id, ...below })
    .update({ data: { ...increased(more), ...(act && { acts: latest(acts) }) } })
  if (stats.updated === 1) return 'another'
  if (!act && !wasBegun) return 'tooMany'
  const { data: there } = await paces.doc(_id).get()
  // It may have been forgotten meanwhile.
  if (!there) return (await begin(first)) ? 'first' : book(counted, { most, stricter, act }, period)
  return acts.some((one) => there.acts?.includes(one)) ? 'again' : 'tooMany'
}

const latest = (acts: string[]) => command.push({ each: acts, position: 0, slice: ACTS_KEPT })

/** Counts the first; false where another has done so. */
async function begin(first: PaceDocument): Promise<boolean> {
  if (begun.size >= REMEMBERED_AT_MOST) begun.clear()
  begun.add(first._id)
  try {
    await paces.add({ data: first })
    return true
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    return false
  }
}

/** {@link book} for what has one limit: false, and nothing counted, when there have been `most`. */
export const countOne = async (counted: Counted, most: number, period: string): Promise<boolean> =>
  (await book(counted, { most }, period)) !== 'tooMany'

const increased = ({ count, stricter }: Counts) => ({
  count: command.inc(count),
  stricter: command.inc(stricter),
})

/** Counts so many more or fewer of each, 0 for none: one request in each case. They must have been counted before. */
export async function countMore(
  all: readonly Counted[],
  { count = 0, stricter = 0 }: Partial<Counts>,
  period: string,
): Promise<void> {
  const ids = await Promise.all(all.map((one) => paceId(one, period)))
  await paces.where({ _id: command.in(ids) }).update({ data: increased({ count, stricter }) })
}

/** Takes back of each so many of what an act was counted for, and forgets the act: it is counted anew when it comes again. */
export async function unbook(
  counted: Counted,
  act: object,
  { count = 0, stricter = 0 }: Partial<Counts>,
  period: string,
): Promise<void> {
  const hash = await actHash(act, period)
  const data = { ...increased({ count: -count, stricter: -stricter }), acts: command.pull(hash) }
  await paces.where({ _id: await paceId(counted, period), acts: hash }).update({ data })
}

/** What has been counted; 0 where nothing has. One database request. */
export async function countedOf(counted: Counted, period: string): Promise<Counts> {
  const { data } = await paces.doc(await paceId(counted, period)).get()
  return data ?? { count: 0, stricter: 0 }
}

/** Deletes keys and counts of periods that are over: nobody can tell any more whose they were. */
export async function forgetPaces(now: Date): Promise<void> {
  const current = [dayPeriod(now), monthPeriod(now)]
  for (const period of seen.keys()) if (!current.includes(period)) seen.delete(period)
  begun.clear()
  await paceKeys.where({ _id: command.nin(current) }).remove()
  await paces.where({ period: command.nin(current) }).remove()
}
