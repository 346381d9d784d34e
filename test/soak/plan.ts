import { Chance } from '../../local/demo/chance'

/** What does not work for a while. */
export type Outage = 'fullDisk' | 'contentCheckAway' | 'messagesAway' | 'badNetwork'

/** Something that goes wrong, so many milliseconds after the beginning. */
export type Lasting = { at: number; what: Outage; lasts: number }
export type Sudden =
  | { at: number; what: 'killWorkers'; most: number }
  | { at: number; what: 'killCloud'; downFor: number }
  | { at: number; what: 'turnClock'; to: number }
export type Disturbance = Lasting | Sudden

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

type Draw = (chance: Chance, at: number) => Disturbance

const lasting =
  (what: Outage, least: number, most: number): Draw =>
  (chance, at) => ({ at, what, lasts: Math.round(least + chance.next() * (most - least)) })

/** By a few minutes, some hours, or over a midnight, forward and back. */
const turns = [0, 3 * MINUTE, -4 * MINUTE, 2 * HOUR, -3 * HOUR, 14 * HOUR, -13 * HOUR, 26 * HOUR]

/** What can happen, with its weight. */
const kinds: readonly [weight: number, Draw][] = [
  [5, (chance, at) => ({ at, what: 'killWorkers', most: 1 + chance.below(4) })],
  [2, (chance, at) => ({ at, what: 'killCloud', downFor: chance.below(2 * SECOND) })],
  [2, (chance, at) => ({ at, what: 'turnClock', to: chance.pick(turns) })],
  [2, lasting('fullDisk', 1 * SECOND, 4 * SECOND)],
  [1, lasting('contentCheckAway', 2 * SECOND, 6 * SECOND)],
  [1, lasting('messagesAway', 2 * SECOND, 6 * SECOND)],
  [2, lasting('badNetwork', 2 * SECOND, 6 * SECOND)],
]

const bag = kinds.flatMap(([weight, draw]) => Array.from({ length: weight }, () => draw))

/** Nothing happens before there is something to lose. */
const QUIET_FIRST_MS = 4 * SECOND
const BETWEEN_MS = { least: 500, most: 5_000 }

/**
 * What goes wrong in a run of this length, the same for the same seed. Each kind comes once before any comes by chance, so that
 * a run of a minute has had all of them.
 */
export function planOf(seed: number, lengthMs: number): Disturbance[] {
  const chance = new Chance(seed)
  const first = shuffled(
    kinds.map(([, draw]) => draw),
    chance,
  )
  const plan: Disturbance[] = []
  for (let at = QUIET_FIRST_MS; at < lengthMs; at += betweenTwo(chance))
    plan.push((first.pop() ?? chance.pick(bag))(chance, Math.round(at)))
  return plan
}

const betweenTwo = (chance: Chance): number =>
  BETWEEN_MS.least + chance.next() * (BETWEEN_MS.most - BETWEEN_MS.least)

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  const rest = [...all]
  return all.map(() => rest.splice(chance.below(rest.length), 1)[0] as T)
}

/** As it is printed. */
export const described = (disturbance: Disturbance): string => {
  const { at, what, ...how } = disturbance
  const details = Object.entries(how).map(([name, value]) => `${name} ${value}`)
  return [`${(at / SECOND).toFixed(1).padStart(7)} s`, what, ...details].join(' ')
}
