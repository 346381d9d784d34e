import * as v from 'valibot'
import {
  ok,
  refused,
  schemaFor,
  type Action,
  type CheckedInputOf,
  type OutputOf,
  type Refused,
  type Result,
} from '@contract/action'
import { dayOf, type Day } from '@contract/calendar'
import { faultsOf, onlyOutOfTime } from '@contract/faults'
import { covers, identify, type Caller } from './caller'
import { checkWritten } from './checking/checkWritten'
import { now } from './clock'
import { isCalledByTimer } from './cloud'
import { findPlace } from './places'

/** What a use case is given besides its input. */
export interface Context {
  caller: Caller
  now: Date
  /** The calendar day of `now` at UTC+8. */
  today: Day
}

type Actions = Record<string, Action>

export type UseCase<A extends Action> = (
  input: CheckedInputOf<A>,
  context: Context,
) => Promise<Result<OutputOf<A>>>

/** An act as it was done before, by this caller and with this very input; null or a refusal where it was not. */
export type DoneBefore<A extends Action> = (
  input: CheckedInputOf<A>,
  context: Context,
) => Promise<Result<OutputOf<A>> | null>

type UseCases<A extends Actions> = { [Name in keyof A]: UseCase<A[Name]> }

/** What is done at set times, by the name of its trigger in the function's config.json. */
type Timers = Record<string, (now: Date) => Promise<void>>

interface Besides<A extends Actions> {
  timers?: Timers
  /**
   * For acts that may be refused before their use case can see that they have been done: whoever did not hear the answer sends
   * them again, when days or places may be others.
   */
  doneBefore?: { [Name in keyof A]?: DoneBefore<A[Name]> }
}

type Answer = Result<unknown>

const noSuchPlace = (): Refused => refused('notFound', 'there is no such place of yours')

/**
 * Why the action is not for this caller, as far as that can be told before it begins; null when it may begin. A machine's
 * access, and that to a case or a post, are asked for by whoever reads these.
 */
async function refusalOf(
  { access }: Action,
  input: unknown,
  { caller, now }: Context,
): Promise<Refused | null> {
  if (access.who !== 'staff') return null
  const posts = (await caller.posts()).filter(({ role }) => access.roles.includes(role))
  if (posts.length === 0) return refused('notAllowed', 'this needs a role you do not hold')
  if (access.at !== 'place') return null
  const place = await findPlace((input as { place: string }).place, now)
  return place && posts.some((post) => covers(post, place.at)) ? null : noSuchPlace()
}

async function answer<A extends Actions>(
  actions: A,
  useCases: UseCases<A>,
  doneBefore: NonNullable<Besides<A>['doneBefore']>,
  event: unknown,
): Promise<Answer> {
  const { action: name, input } = (event ?? {}) as { action?: unknown; input?: unknown }
  if (typeof name !== 'string' || !Object.hasOwn(actions, name)) {
    return refused('unknownAction', 'there is no such action')
  }
  const action = actions[name] as Action
  const context: Context = contextOf(identify(), now())
  if (context.caller.openid === '') return refused('notIdentified', 'nobody is calling')

  // An array would pass for an object without fields.
  if (Array.isArray(input)) return refused('invalidInput', 'the input is an object', { '': 'wrongType' })
  const checked = v.safeParse(schemaFor(action.input, context.today), input)
  const before = doneBefore[name]
  const unlessBefore = async (refusal: Refused): Promise<Answer> => {
    const done = checked.typed ? await before?.(checked.output as CheckedInputOf<A[string]>, context) : null
    return done?.ok ? done : refusal
  }
  if (!checked.success) {
    const faults = faultsOf(checked.issues)
    const refusal = refused('invalidInput', 'some fields are not as they must be', faults)
    return onlyOutOfTime(faults) ? unlessBefore(refusal) : refusal
  }
  const result = await carriedOut(name, action, useCases[name] as UseCase<Action>, checked.output, context)
  return result.ok ? result : unlessBefore(result)
}

async function carriedOut(
  name: string,
  action: Action,
  useCase: UseCase<Action>,
  input: unknown,
  context: Context,
): Promise<Answer> {
  const refusal = await refusalOf(action, input, context)
  if (refusal) return refusal
  const written = await checkWritten(name, action, input, context)
  if (typeof written !== 'function') return written
  const result = await useCase(input, context)
  await written(result)
  return result
}

/** The timer that calls; undefined for every other call, whatever its event says. */
const timerIn = (timers: Timers, event: unknown): Timers[string] | undefined => {
  const { Type, TriggerName } = (event ?? {}) as { Type?: unknown; TriggerName?: unknown }
  if (Type !== 'Timer' || typeof TriggerName !== 'string' || !isCalledByTimer()) return undefined
  return Object.hasOwn(timers, TriggerName) ? timers[TriggerName] : undefined
}

const ring = async (timer: Timers[string]): Promise<Answer> => {
  await timer(now())
  return ok(null)
}

const contextOf = (caller: Caller, instant: Date): Context => ({
  caller,
  now: instant,
  today: dayOf(instant),
})

/** One line for each call: action, outcome, duration. Never the input, never who. */
const log = (event: unknown, outcome: string, milliseconds: number): void => {
  const { action: asked, TriggerName } = (event ?? {}) as { action?: unknown; TriggerName?: unknown }
  const name = asked ?? TriggerName
  const action = typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : 'unknown'
  console.log(JSON.stringify({ action, outcome, milliseconds }))
}

/** By its stack. */
export const logBug = (bug: unknown): void =>
  console.error(bug instanceof Error ? bug.stack : 'something that is not an error was thrown')

/**
 * The `main` of a function: checks the input with the contract's schema, identifies the caller, authorises, has WeChat look
 * at what is written in it, runs the use case. Answers a {@link Result}; a bug is logged by its stack and answered as `internal`. A timer's event
 * (`{ Type: 'Timer', TriggerName, Time }`) runs what stands under its name in `timers`, and only when a timer sent it.
 * What is refused is first looked for in `doneBefore`: what was done once is answered so whenever it arrives again.
 */
export const serve =
  <A extends Actions>(actions: A, useCases: UseCases<A>, { timers = {}, doneBefore = {} }: Besides<A> = {}) =>
  async (event: unknown): Promise<Answer> => {
    const began = now().getTime()
    try {
      const timer = timerIn(timers, event)
      const result = await (timer ? ring(timer) : answer(actions, useCases, doneBefore, event))
      log(event, result.ok ? 'ok' : result.error.code, now().getTime() - began)
      return result
    } catch (bug) {
      log(event, 'internal', now().getTime() - began)
      logBug(bug)
      return refused('internal', 'something went wrong on our side')
    }
  }
