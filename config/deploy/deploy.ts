import type { Cloud } from './cloud'
import { emptyEnvironment, type Environment } from './environment'
import { explain } from './explaining'
import { faultsOf, plan } from './plan'
import { turnKeys, type Turn } from './rotation'
import { notesOn, shownOnce } from './notes'
import { settleSecrets, type Draw } from './secrets'
import { describe, type Step } from './steps'
import type { Wanted } from './wanted'

export interface Surroundings {
  wanted: Wanted
  /** undefined where nobody may ask the cloud: then an empty environment is compared with. */
  cloud: Cloud | undefined
  draw: Draw
  say: (line: string) => void
}

/** Brings the environment to what is wanted; with `isDry` only says how. Whether all went well. */
export async function deploy(isDry: boolean, { wanted, cloud, draw, say }: Surroundings): Promise<boolean> {
  const actual = cloud ? await read(cloud, say) : emptyEnvironment
  if (!actual) return false
  const settled = settleSecrets(wanted, actual, draw)
  const faults = [...faultsOf(wanted, actual), ...(settled.ok ? [] : [settled.fault])]
  faults.forEach(say)
  if (!settled.ok || faults.length > 0) return false
  const steps = plan(wanted, actual, settled.values)
  const { isGood, done } = await go(steps, isDry ? undefined : cloud, Object.values(settled.values), say)
  // Also after a failure: the next time these functions differ no more.
  const touched = done.flatMap((step) => ('settings' in step ? [step.function] : []))
  notesOn(wanted, actual, touched).forEach(say)
  if (!isDry) shownOnce(wanted, settled, touched).forEach(say)
  return isGood
}

/** One turn of a change of keys. Whether all went well. */
export async function changeKeys(
  turn: Turn,
  isDry: boolean,
  { cloud, draw, say }: Surroundings,
): Promise<boolean> {
  const actual = cloud && (await read(cloud, say))
  if (!actual) return false
  const turning = turnKeys(turn, actual, draw)
  if (!turning.ok) {
    say(turning.fault)
    return false
  }
  const hidden = turning.steps.flatMap((step) =>
    'settings' in step ? Object.values(step.settings.variables) : [],
  )
  return (await go(turning.steps, isDry ? undefined : cloud, hidden, say)).isGood
}

async function read(cloud: Cloud, say: (line: string) => void): Promise<Environment | undefined> {
  try {
    return await cloud.read()
  } catch (error) {
    say(`The environment cannot be read: ${explain(error)}`)
    return undefined
  }
}

/**
 * @param cloud undefined to say the steps only
 * @param hidden values that nothing said may hold
 * @returns the steps that have been done, or would have been
 */
async function go(
  steps: Step[],
  cloud: Cloud | undefined,
  hidden: string[],
  say: (line: string) => void,
): Promise<{ isGood: boolean; done: Step[] }> {
  if (steps.length === 0) say('Nothing differs: there is nothing to do.')
  for (const [n, step] of steps.entries()) {
    say(`${String(n + 1).padStart(3)}/${steps.length} ${describe(step)}`)
    try {
      await cloud?.apply(step)
    } catch (error) {
      say(`Step ${n + 1} failed: ${without(hidden, explain(error))}`)
      say('What was done before stays done. Put that right, and run the same command again.')
      return { isGood: false, done: steps.slice(0, n) }
    }
  }
  return { isGood: true, done: steps }
}

const without = (hidden: string[], text: string): string =>
  hidden.filter(Boolean).reduce((left, value) => left.replaceAll(value, '***'), text)
