import type { DeployedFunction, Environment } from './environment'
import { readMark } from './mark'
import type { Wanted } from './wanted'

/** Random bytes as text. */
export type Draw = (bytes: number) => string

export type Settled =
  | {
      ok: true
      /** A value for each secret that some function declares. */
      values: Record<string, string>
      /** Which of them have been made just now. */
      made: string[]
    }
  | { ok: false; fault: string }

/** What changes keys by itself, and is the last to be told of others: its own are those that hold. */
export const KEEPER = 'upkeep'

/** Without the first nobody reads what has been sealed, without the second nobody finds a number again. */
export const KEYS = ['SHOUWANG_SEAL_KEY', 'SHOUWANG_HASH_KEY'] as const

/** Functions, the keeper of the keys first. */
const inOrder = (functions: Record<string, DeployedFunction>): DeployedFunction[] =>
  Object.entries(functions)
    .sort(([one], [other]) => Number(other === KEEPER) - Number(one === KEEPER))
    .map(([, deployed]) => deployed)

/**
 * Settles the value of each secret: what the cloud has stays, whatever else is there; what is missing is what the operator
 * brought, else made now. Refuses where a new key would part from what an older one has sealed.
 */
export function settleSecrets(wanted: Wanted, actual: Environment, draw: Draw): Settled {
  const bytes = new Map(
    Object.values(wanted.functions).flatMap(({ secrets }) => secrets.map((one) => [one.name, one.bytes])),
  )
  const values: Record<string, string> = {}
  const made: string[] = []
  for (const [name, length] of bytes) {
    const known = inOrder(actual.functions).flatMap(({ variables }) => variables[name] ?? [])
    if (isParted(known)) return { ok: false, fault: `${name} ${parted}` }
    const value = known[0] ?? wanted.brought[name]
    if (value === undefined && (KEYS as readonly string[]).includes(name) && hadValue(name, wanted, actual))
      return { ok: false, fault: `${name} ${lost}` }
    if (value === undefined) made.push(name)
    values[name] = value ?? draw(length)
  }
  return { ok: true, values, made }
}

const parted =
  'is not the same in all functions: one of them cannot read what another has sealed. Look it up in your sealed copy, ' +
  'set it right in the console (cloud function, configuration, environment variables), and run this again.'

const lost =
  'is in no function, but there are data that it has sealed, or functions that had it. Take it out of your sealed copy, ' +
  'put it into the environment of this command under that name, and run this again.'

/** Keys may be several while they are changed, but every function shares one with the first. */
function isParted(values: string[]): boolean {
  const [first, ...others] = values.map((value) => value.split(','))
  return others.some((keys) => !keys.some((key) => first?.includes(key)))
}

/** Whether there is something of ours that cannot have come to be without it. */
const hadValue = (secret: string, wanted: Wanted, { collections, functions }: Environment): boolean =>
  Object.keys(wanted.collections).some((name) => (collections[name]?.documents ?? 0) > 0) ||
  Object.entries(wanted.functions).some(
    ([name, { secrets }]) =>
      secrets.some((one) => one.name === secret) &&
      readMark(functions[name]?.description ?? '') !== undefined,
  )
