import { setTimeout as wait } from 'node:timers/promises'
import { dayOf } from '@contract/calendar'
import { Chance } from '../../local/demo/chance'
import { letHappen } from './chaos'
import { check } from './checks'
import { cloudIn, type RunningCloud } from './cloud/runningCloud'
import { allSecrets } from './load/invented'
import { timers } from './load/keepers'
import { goodNetwork, openLine, type Line } from './load/line'
import { openPhones } from './load/phone'
import { liveUntil } from './load/turns'
import { newWorld } from './load/world'
import { planOf } from './plan'
import type { Finding, Said } from './said'
import { adoptKeys, seedStreet } from './seed'
import { readStored } from './stored'

export interface SoakOptions {
  /** A new folder for everything that lies anywhere. */
  folder: string
  seed: number
  seconds: number
  /** People and staff at once. */
  clients: number
  say: (line: string) => void
}

export interface SoakReport {
  findings: Finding[]
  said: Said[]
}

/** Pauses between attempts are a tenth of a phone's, so that an act is tried again before the next thing goes wrong. */
const HASTE = 0.1
/** What has not arrived so long after everything works again never will. */
const PATIENCE_MS = 60_000
/** A run of an edition goes on until two minutes after it came into force; so does a place that was moved. */
const ROUNDS_MS = [0, 180_000, 360_000, 540_000]
/** Until every process has looked at the clock. */
const CLOCK_SEEN_MS = 50
/** What the cloud may keep more than when it was started last. */
const MARGIN_MEGABYTES = 150

/** Lets people and staff live on a local cloud to which everything happens, and reads afterwards what is left. */
export async function soak({ folder, seed, seconds, clients, say }: SoakOptions): Promise<SoakReport> {
  const cloud = cloudIn(folder, { timers: true })
  seedStreet(cloud.data)
  await cloud.start()
  const chance = new Chance(seed)
  const said: Said[] = []
  const line = openLine(() => cloud.port, chance)
  const end = performance.now() + seconds * 1_000
  const isOver = () => performance.now() > end
  const isTooLate = () => performance.now() > end + PATIENCE_MS
  const today = () => dayOf(cloud.now())
  const phones = openPhones({ line, chance, said, haste: HASTE, isOver: isTooLate })
  const world = newWorld({ phones, line, chance, today })
  const lives = liveUntil(isOver, clients, world)
  await letHappen(planOf(seed, seconds * 1_000), { cloud, line, chance: new Chance(seed + 1), say })
  line.network = goodNetwork
  cloud.turnClock(0)
  await lives
  const kept = await megabytesKept(cloud)
  // Its own timers would fire as well, and be at work when it is stopped.
  await cloud.stop()
  await cloud.start({ timers: false })
  say('quiet: the timers fire')
  const failed = await settle(cloud, line)
  await cloud.stop()
  line.close()
  adoptKeys(cloud.data)
  const stored = readStored(cloud.data, [cloud.printed])
  const findings = [
    ...failed,
    ...kept,
    ...died(cloud),
    ...neverAnswered(said),
    ...check(stored, { said, secrets: allSecrets(), now: cloud.now() }),
  ]
  return { findings, said }
}

/** Everything works, nobody asks for anything, and the timers bring to its end what was begun. */
async function settle(cloud: RunningCloud, line: Line): Promise<Finding[]> {
  const failed: Finding[] = []
  // What was begun while the clock was furthest ahead waits for that time.
  const ahead = cloud.furthest
  for (const later of ROUNDS_MS) {
    cloud.turnClock(ahead + later)
    await wait(CLOCK_SEEN_MS)
    for (const timer of timers)
      if (!(await line.fire(timer)))
        failed.push({ document: `the timer of ${timer}`, what: 'failed, although everything works' })
  }
  return failed
}

async function megabytesKept(cloud: RunningCloud): Promise<Finding[]> {
  const { megabytes } = await cloud.state({ collected: true })
  const grown = megabytes - cloud.megabytesAtStart
  if (grown <= MARGIN_MEGABYTES) return []
  return [{ document: 'the local cloud', what: `has ${grown} MB more than when it was started` }]
}

const died = ({ deaths }: RunningCloud): Finding[] =>
  deaths === 0 ? [] : [{ document: 'the local cloud', what: `has ended by itself, ${deaths} times` }]

const neverAnswered = (said: readonly Said[]): Finding[] =>
  said
    .filter(({ answers }) => answers.length === 0)
    .map(({ what, id }) => ({
      document: `${what} ${id}`,
      what: 'was never answered, although everything works',
    }))
