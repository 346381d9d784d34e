import {
  CLOSED,
  fitRuntimes,
  RUNTIME,
  storageRule,
  type DeployedFunction,
  type Environment,
  type Index,
  type Settings,
  type Timer,
} from './environment'
import { readMark, writeMark } from './mark'
import type { Step } from './steps'
import { SENDING, type Wanted, type WantedFunction } from './wanted'

/**
 * The steps from an environment as it is to what is wanted, in an order in which it may end after any of them; none where
 * nothing differs. What is not ours is left alone.
 *
 * @param secrets the value of each, by name
 */
export function plan(wanted: Wanted, actual: Environment, secrets: Record<string, string>): Step[] {
  return [
    ...Object.entries(wanted.collections).flatMap(([name, indexes]) => planCollection(name, indexes, actual)),
    ...planStorage(actual),
    ...Object.entries(wanted.functions).flatMap(([name, one]) =>
      planFunction(name, one, actual.functions[name], {
        ...secretsOf(one, secrets),
        ...templatesOf(one, wanted),
      }),
    ),
    ...Object.entries(actual.functions).flatMap(([name, { description }]) =>
      name in wanted.functions || !readMark(description) ? [] : [removal(name)],
    ),
  ]
}

/** What the plan cannot do anything about, in sentences. */
export function faultsOf(wanted: Wanted, actual: Environment): string[] {
  return Object.keys(wanted.functions).flatMap((name) => {
    const runtime = actual.functions[name]?.runtime
    if (runtime === undefined || fitRuntimes.includes(runtime)) return []
    return [
      `${name} runs on ${runtime}, which cannot be changed: delete it in the console, and run this again.`,
    ]
  })
}

const removal = (name: string): Step => ({ do: 'removeFunction', function: name })

function planCollection(collection: string, wanted: Index[], { collections }: Environment): Step[] {
  const actual = collections[collection]
  const steps: Step[] = []
  if (!actual) steps.push({ do: 'createCollection', collection })
  else if (actual.access !== CLOSED) steps.push({ do: 'closeCollection', collection, was: actual.access })
  // Those that begin with _ are the cloud's own.
  const present = (actual?.indexes ?? []).filter(({ name }) => !name.startsWith('_'))
  const isIn = (list: Index[]) => (index: Index) => list.some((other) => isSame(index, other))
  const obsolete = present.filter((index) => !isIn(wanted)(index)).map(({ name }) => name)
  const missing = wanted.filter((index) => !isIn(present)(index))
  if (obsolete.length > 0) steps.push({ do: 'dropIndexes', collection, names: obsolete })
  if (missing.length > 0) steps.push({ do: 'createIndexes', collection, indexes: missing })
  return steps
}

const isSame = (one: Index, other: Index): boolean =>
  one.name === other.name && one.unique === other.unique && String(one.keys) === String(other.keys)

function planStorage({ storageRule: actual }: Environment): Step[] {
  const isAsWanted = actual?.read === storageRule.read && actual.write === storageRule.write
  return isAsWanted ? [] : [{ do: 'setStorageRule', rule: storageRule }]
}

const secretsOf = ({ secrets }: WantedFunction, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(secrets.map(({ name }) => [name, values[name] ?? '']))

/** Who sends no message needs no template. */
const templatesOf = ({ mark }: WantedFunction, { templates }: Wanted): Record<string, string> =>
  mark.interfaces.includes(SENDING) ? templates : {}

function planFunction(
  name: string,
  wanted: WantedFunction,
  actual: DeployedFunction | undefined,
  ours: Record<string, string>,
): Step[] {
  const settings = (before: Record<string, string>): Settings => ({
    timeout: wanted.timeout,
    memory: wanted.memory,
    variables: withoutReplacing(before, ours, wanted),
    description: writeMark(wanted.mark),
  })
  if (!actual)
    return [
      { do: 'createFunction', function: name, runtime: RUNTIME, settings: settings({}) },
      ...planTimers(name, wanted.timers, []),
    ]
  const next = settings(actual.variables)
  const changed = differences(actual, next)
  const steps: Step[] = []
  if (readMark(actual.description)?.code !== wanted.mark.code)
    steps.push({ do: 'updateCode', function: name })
  // After the code, because it says which code that is.
  if (changed.length > 0) steps.push({ do: 'configure', function: name, settings: next, changed })
  return [...steps, ...planTimers(name, wanted.timers, actual.timers)]
}

/** A secret that is there stays as it is; the id of a template is replaced; what somebody else has set stays. */
const withoutReplacing = (
  before: Record<string, string>,
  ours: Record<string, string>,
  { secrets }: WantedFunction,
): Record<string, string> => {
  const kept = secrets.flatMap(({ name }) => (before[name] ? [[name, before[name]] as const] : []))
  return { ...before, ...ours, ...Object.fromEntries(kept) }
}

function differences(actual: Settings, next: Settings): string[] {
  const changed: string[] = []
  if (actual.timeout !== next.timeout) changed.push(`timeout ${actual.timeout} to ${next.timeout} s`)
  if (actual.memory !== next.memory) changed.push(`memory ${actual.memory} to ${next.memory} MB`)
  for (const [name, value] of Object.entries(next.variables))
    if (actual.variables[name] !== value)
      changed.push(`${name in actual.variables ? 'other' : 'new'} ${name}`)
  if (actual.description !== next.description) changed.push('what it was made from')
  return changed
}

function planTimers(name: string, wanted: Timer[], actual: Timer[]): Step[] {
  const isIn = (list: Timer[]) => (timer: Timer) =>
    list.some((other) => other.name === timer.name && other.cron === timer.cron)
  const obsolete = actual.filter((timer) => !isIn(wanted)(timer))
  const missing = wanted.filter((timer) => !isIn(actual)(timer))
  return [
    ...obsolete.map((timer): Step => ({ do: 'removeTimer', function: name, timer })),
    ...missing.map((timer): Step => ({ do: 'createTimer', function: name, timer })),
  ]
}
