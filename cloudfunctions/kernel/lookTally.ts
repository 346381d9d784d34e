import { refused, type Refused } from '@contract/action'
import { collection, command, isDuplicate } from './cloud'
import { isFull, LOOKS_AN_HOUR, secondsToWait, windowAt, type LookTally } from './lookRules'

const tallies = collection<LookTally>('lookTallies')

/** What came of counting a look. */
export interface Counted {
  /** null: it may go on. */
  refusal: Refused | null
  /** Set when the hour was full: whether or not this look may go on, somebody must hear of it. */
  full: LookTally | null
}

/**
 * Counts one more look of an account, if it is one that may be. The database decides by one conditional write, so that
 * looks sent at once are counted one by one, and the same act once. One database request; more when the hour is full.
 */
export async function countLook(account: string, act: string, now: Date): Promise<Counted> {
  const { hourAgo, minuteAgo } = windowAt(now)
  const oldest = `recent.${LOOKS_AN_HOUR - 1}`
  const hasRoom = command.or([{ [oldest]: command.exists(false) }, { [oldest]: command.lte(hourAgo) }])
  if (await counted(account, act, hasRoom, now)) return { refusal: null, full: null }

  const { data: tally } = await tallies.doc(account).get()
  if (!tally) return countFirst(account, act, now)
  if (tally.acts.includes(act)) return { refusal: null, full: isFull(tally, now) ? tally : null }
  if (await counted(account, act, { 'recent.0': command.lte(minuteAgo) }, now)) {
    return { refusal: null, full: tally }
  }
  const refusal = refused('tooOften', 'more than can be looked at in an hour')
  refusal.error.retryAfter = Math.max(1, secondsToWait(tally, now))
  return { refusal, full: tally }
}

/** Counts a call of a household in the same way and at the same pace, apart from the looks: it shows a name, a number and a door. */
export const countCall = (account: string, act: string, now: Date): Promise<Counted> =>
  countLook(`calls-${account}`, act, now)

/** Adds this look on the condition that it has not been counted, and that the tally is as `condition` says. */
async function counted(account: string, act: string, condition: object, now: Date): Promise<boolean> {
  const isNew = { _id: account, acts: command.nin([act]) }
  const { stats } = await tallies.where(command.and([isNew, condition])).update({
    data: { recent: latest(now), acts: latest(act), lastAt: now },
  })
  return stats.updated === 1
}

const latest = (item: Date | string) => command.push({ each: [item], position: 0, slice: LOOKS_AN_HOUR })

async function countFirst(account: string, act: string, now: Date): Promise<Counted> {
  try {
    await tallies.add({ data: { _id: account, recent: [now], acts: [act], lastAt: now, alertedAt: null } })
    return { refusal: null, full: null }
  } catch (cause) {
    if (isDuplicate(cause)) return countLook(account, act, now)
    throw cause
  }
}

/** Notes that somebody was told of an account at `now`; so that they are not told again within the hour. */
export async function noteAlert({ _id }: LookTally, now: Date): Promise<void> {
  await tallies.where({ _id }).update({ data: { alertedAt: now } })
}

/** A tally says nothing any more when its hour is over. */
const KEPT_MS = 86_400_000

/** Removes the tallies of all who have not looked for a day. One database request. */
export async function forgetTallies(now: Date): Promise<void> {
  await tallies.where({ lastAt: command.lt(new Date(now.getTime() - KEPT_MS)) }).remove()
}
