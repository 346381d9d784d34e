import { setTimeout as wait } from 'node:timers/promises'
import { dayOf } from '@contract/calendar'
import { Chance } from '../../local/demo/chance'
import type { RunningCloud } from '../soak/cloud/runningCloud'
import { publishList } from '../soak/load/keepers'
import { goodNetwork, usualNetwork, type Line } from '../soak/load/line'
import { openPhones, type Phones } from '../soak/load/phone'
import { newWorld } from '../soak/load/world'
import type { Said } from '../soak/said'
import { arrivals, LIST_CHANGES_AT, MINUTES, partAt, parts, type Part } from './peakCurve'
import { asYesterday, type Reporting } from './reportingHouseholds'

const SEED = 8
const today = () => dayOf(new Date())
/** Reports before the morning: they warm the functions, and are what a report takes alone. */
export const ALONE = 40
/** What has not arrived so long after the two hours never will. */
const PATIENCE_MS = 60_000
const LOOKED_AT_EVERY_MS = 100
/** Timers fire each minute of the two hours, but no faster than this. */
const TIMER_MS = 500

/** What is seen of one part of the morning. */
export interface Seen {
  /** Milliseconds of every call that was answered. */
  took: number[]
  /** Calls under way, and instances of functions, whenever they were looked at. */
  underway: number[]
  instances: number[]
  families: number
  people: number
}

const nothingSeen = (): Seen => ({ took: [], underway: [], instances: [], families: 0, people: 0 })

/** A line that notes how long each answered call has taken, and how many are under way. */
function timed(line: Line, seen: () => Seen): { line: Line; underway: () => number } {
  let underway = 0
  const call: Line['call'] = async (...words) => {
    underway += 1
    const begun = performance.now()
    const heard = await line.call(...words)
    underway -= 1
    if (heard.length > 0) seen().took.push(performance.now() - begun)
    return heard
  }
  return { line: { ...line, call }, underway: () => underway }
}

export interface Morning {
  families: readonly Reporting[]
  secondsLong: number
  cloud: RunningCloud
  line: Line
}

/** A third of a person less than four: 130,000 people in 38,000 families. */
const peopleOf = (n: number): number => (n % 12 < 5 ? 4 : 3)

async function report(phones: Phones, family: Reporting, people: number): Promise<void> {
  const said = asYesterday({ ...family, people: family.people.slice(0, people) })
  await phones.submit(family.account, 'selfReport', 'report', { ...said, how: 'self' })
}

/** What the morning has come to. */
export interface Outcome {
  alone: number[]
  seen: Map<Part, Seen>
  said: Said[]
}

/** Lets all families report at their time, and officers publish another list meanwhile. */
export async function live({ families, secondsLong, cloud, line }: Morning): Promise<Outcome> {
  const chance = new Chance(SEED)
  const alone = await reportAlone(families.slice(0, ALONE), line, chance)
  const seen = new Map(parts.map((part) => [part, nothingSeen()]))
  const begun = performance.now()
  const minute = () => ((performance.now() - begun) / 1_000 / secondsLong) * MINUTES
  const seenNow = () => seen.get(partAt(minute())) as Seen
  const clocked = timed(line, seenNow)
  const isOver = () => performance.now() > begun + secondsLong * 1_000 + PATIENCE_MS
  const said: Said[] = []
  const phones = openPhones({ line: clocked.line, chance, said, haste: 1, isOver })
  const at = (when: number) => wait(Math.max(0, ((when - minute()) / MINUTES) * secondsLong * 1_000))

  line.network = usualNetwork
  const coming = arrivals(families.length - ALONE, chance)
  const reports = coming.map(async ({ minute: when, part }, n) => {
    await at(when)
    const family = families[ALONE + n]
    if (!family) return
    const own = seen.get(part) as Seen
    own.families += 1
    own.people += peopleOf(n)
    await report(phones, family, peopleOf(n))
  })
  const world = newWorld({ phones, line: clocked.line, chance, today })
  const change = at(LIST_CHANGES_AT).then(() => publishList(world))
  const done = Promise.all([...reports, change])
  await watchUntil(done, clocked, cloud, seenNow)
  return { alone, seen, said }
}

/** One after the other, by a network that loses nothing. */
async function reportAlone(families: readonly Reporting[], line: Line, chance: Chance): Promise<number[]> {
  line.network = goodNetwork
  const seen = nothingSeen()
  const clocked = timed(line, () => seen)
  const phones = openPhones({ line: clocked.line, chance, said: [], haste: 1, isOver: () => false })
  for (const family of families) await report(phones, family, 4)
  // The first ones load the function and learn which rules are in force.
  return seen.took.slice(ALONE / 4)
}

/** Until it is over, looks how many wait, and lets the timers fire that follow the list. */
async function watchUntil(
  over: Promise<unknown>,
  { line, underway }: { line: Line; underway: () => number },
  cloud: RunningCloud,
  seen: () => Seen,
): Promise<void> {
  const morning = { isOver: false }
  const end = over.finally(() => (morning.isOver = true))
  const fire = async () => {
    while (!morning.isOver) {
      await line.fire('reassessment')
      await wait(TIMER_MS)
    }
  }
  const fired = fire()
  while (!morning.isOver) {
    seen().underway.push(underway())
    seen().instances.push((await cloud.state({ collected: false })).instances)
    await wait(LOOKED_AT_EVERY_MS)
  }
  await Promise.all([end, fired])
}
