import fc from 'fast-check'
import { contract, type Action, type FeatureName, type Result } from '@contract'
import { fromStoredText } from '../../../../local/store/storedText'
import type { Store } from '../../../../local/store/types'
import { samples, type Thing } from '../accessSamples'
import { ThingAt } from '../accessThings'
import { accessPlaces } from '../accessWorld'
import { actionsOf, callsOf, type ActionCall, type FuzzCall } from './calls'
import { withFile } from './files'
import type { FuzzedCommunity } from './fuzzedCommunity'
import { complaintsOf } from './judging'
import { twisted } from './twists'

type Sample = (thing: Thing) => Record<string, unknown>

/** In milliseconds: a function is stopped after at most twenty seconds. */
const ANSWERED_WITHIN = 30_000

/** Sends a call and throws saying what is wrong with its answer. */
async function ask(fuzzed: FuzzedCommunity, call: FuzzCall): Promise<void> {
  const { community, watched, store, writes, counts } = fuzzed
  const event = 'event' in call ? call.event : { action: call.action, input: await inputFor(fuzzed, call) }
  const arrived = JSON.parse(JSON.stringify(event)) as Record<string, unknown>
  const mark = writes.mark()
  const began = performance.now()
  const answer = await community.cloud.call(call.feature, event, call.caller)
  const sender = call.caller ?? 'nobody'
  const sent = `to ${sender}, who sent ${shortened(arrived).slice(0, 3_000)}`
  if ('error' in answer) throw new Error(`the cloud answers: ${answer.error.errMsg}\n${sent}`)
  const result = answer.result as Result<unknown>
  const stored = writes.of(call.feature, mark)
  const complaints = complaintsOf({ call, event: arrived, answer: result, writes: stored }, watched, store)
  if (performance.now() - began > ANSWERED_WITHIN) complaints.push('it took too long')
  if (complaints.length > 0) throw new Error(`${complaints.join('\n')}\n${sent}`)
  const outcome = `${'action' in call ? `${call.feature}.${call.action}` : 'event'} ${result.ok ? 'ok' : result.error.code}`
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
}

async function inputFor(fuzzed: FuzzedCommunity, call: ActionCall): Promise<unknown> {
  const { community, store, picture, files } = fuzzed
  const { feature, action, caller = 'nobody', input, file, twists } = call
  const plain =
    'sampleAt' in input
      ? sampleOf(feature, action)(thingAt(input.sampleAt, feature, action, picture, store))
      : input.isCurrent
        ? asItIsNow(input.drawn, store)
        : input.drawn
  const bytes = files[file % files.length] as Buffer
  return twists.reduce<unknown>(twisted, await withFile(plain, bytes, community, caller))
}

const sampleOf = (feature: FeatureName, action: string): Sample =>
  (samples[feature] as unknown as Record<string, Sample>)[action] as Sample

function thingAt(at: string, feature: FeatureName, action: string, picture: string, store: Store): Thing {
  const place = accessPlaces.find(({ _id }) => _id === at)
  if (!place) throw new Error(`no place ${at}`)
  return new ThingAt(place, actionsOf(feature)[action] as Action, feature, picture, store)
}

/** The input with the version that its case, household or post has now. */
function asItIsNow(drawn: unknown, store: Store): unknown {
  if (typeof drawn !== 'object' || drawn === null || !('version' in drawn)) return drawn
  const named = drawn as { case?: string; household?: string; post?: string }
  const [collection, id] = named.case
    ? ['cases', named.case]
    : named.household
      ? ['households', named.household]
      : ['staff', named.post]
  const [text] = id ? store.find(collection, { filter: { _id: id } }) : []
  return text ? { ...drawn, version: (fromStoredText(text) as { version?: number }).version } : drawn
}

/** So many lanes ask at a time. A function is asked by one of them only, so that what it does meanwhile is told apart. */
const LANES = 4

const features = Object.keys(contract) as FeatureName[]
const weight = (some: readonly FeatureName[]) =>
  some.reduce((sum, feature) => sum + Object.keys(actionsOf(feature)).length, 0)

/** The functions, dealt so that each lane has about as many actions. */
const lanes: FeatureName[][] = [...features]
  .sort((one, other) => weight([other]) - weight([one]))
  .reduce<FeatureName[][]>(
    (dealt, feature) => {
      const least = dealt.reduce((low, lane) => (weight(lane) < weight(low) ? lane : low))
      return dealt.map((lane) => (lane === least ? [...lane, feature] : lane))
    },
    Array.from({ length: LANES }, () => []),
  )

/** What is longer says no more. */
const SHOWN = 300

const shortened = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' && inner.length > SHOWN
      ? `${inner.slice(0, 20)}… (${inner.length} characters)`
      : inner,
  )

/**
 * Asks so often. Throws for each lane that something is wrong in, with the shortest call that shows it.
 */
export async function fuzz(fuzzed: FuzzedCommunity, times: number, seed: number): Promise<void> {
  const residents = [...new Set(fuzzed.watched.map(({ openid }) => openid))]
  const failures = await Promise.all(
    lanes.map(async (lane) => {
      const calls = fc.oneof(
        ...lane.map((feature) => ({
          weight: weight([feature]),
          arbitrary: callsOf(feature, fuzzed.drawer, residents),
        })),
      )
      const { failed, counterexample, errorInstance } = await fc.check(
        fc.asyncProperty(calls, (call) => ask(fuzzed, call)),
        { seed, numRuns: Math.ceil((times * weight(lane)) / weight(features)) },
      )
      if (!failed) return []
      return [`${(errorInstance as Error).message}\nby ${shortened(counterexample?.[0])}`]
    }),
  )
  const all = failures.flat()
  if (all.length > 0) throw new Error(`with seed ${seed}:\n\n${all.join('\n\n')}`)
}
