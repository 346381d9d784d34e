import type { PhoneState } from './phoneState'
import { recordError } from './phoneState'
import type { Realm } from './realm'

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown

export interface GuardParts {
  realm: Realm
  state: PhoneState
}

/**
 * The functions of a page or component, fit to be called by the engine: arguments enter the realm as copies, and what
 * a function throws is recorded, because the engine would only print it. What is no function stays as it is.
 */
export const guardAll = (members: unknown, parts: GuardParts): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'function' ? guard(value as AnyFunction, parts) : value,
    ]),
  )

const guard = (run: AnyFunction, { realm, state }: GuardParts): AnyFunction =>
  function (...args) {
    try {
      return run.apply(
        this,
        args.map((arg) => (typeof arg === 'function' ? arg : realm.copyIn(arg))),
      )
    } catch (thrown) {
      recordError(state, thrown)
      return undefined
    }
  }
