import type { Environment } from './environment'
import { KEEPER, KEYS, type Draw } from './secrets'
import type { Step } from './steps'

/** How new keys take the place of old ones while everything runs: docs/decisions/0014. */
export const turns = ['add', 'use', 'drop'] as const
export type Turn = (typeof turns)[number]

/** On the keeper, set with its keys, after all others: which turn has come to its end. */
const REACHED = 'SHOUWANG_KEYS'

const afterwards: Record<Turn, string> = { add: 'added', use: 'used', drop: '' }
const before: Record<Turn, string> = { add: '', use: 'added', drop: 'used' }

export type Turning = { ok: true; steps: Step[] } | { ok: false; fault: string }

/**
 * The steps of one turn, the keeper's last; those that are left of it where it was interrupted.
 *
 * add: every function opens with the new key too; use: every one seals with it; drop: the old one is gone for ever.
 */
export function turnKeys(turn: Turn, { functions }: Environment, draw: Draw): Turning {
  const keeper = functions[KEEPER]
  const keys = KEYS.map((name) => keeper?.variables[name])
  if (!keeper || keys.includes(undefined))
    return { ok: false, fault: `There is no ${KEEPER} that has keys: deploy first.` }
  const reached = keeper.variables[REACHED] ?? ''
  if (reached === afterwards[turn] && turn !== 'drop') return { ok: true, steps: [] }
  if (reached !== before[turn]) return { ok: false, fault: outOfTurn(reached) }
  const others = Object.values(functions).map(({ variables }) => variables)
  const next = new Map(
    KEYS.map((name, n) => [
      name,
      turned(
        turn,
        keys[n] ?? '',
        others.map((one) => one[name]),
        draw,
      ),
    ]),
  )
  const names = Object.keys(functions).filter((name) => name !== KEEPER)
  const steps = [...names, KEEPER].flatMap((name): Step[] => {
    const { timeout, memory, description, variables } = functions[name] ?? keeper
    const changed = KEYS.filter((key) => key in variables && variables[key] !== next.get(key))
    if (changed.length === 0 && name !== KEEPER) return []
    const keysOfIt = Object.fromEntries(
      KEYS.filter((key) => key in variables).map((key) => [key, next.get(key) ?? '']),
    )
    const { [REACHED]: reachedBefore, ...kept } = variables
    const mark: Record<string, string> =
      name === KEEPER && afterwards[turn] ? { [REACHED]: afterwards[turn] } : {}
    const settings = { timeout, memory, description, variables: { ...kept, ...keysOfIt, ...mark } }
    return [{ do: 'configure', function: name, settings, changed: [...changed] }]
  })
  return { ok: true, steps }
}

const outOfTurn = (reached: string): string => {
  if (reached === 'added') return 'New keys have been added; the next turn is `--keys use`.'
  if (reached === 'used') return 'New keys are in use; the next turn, after seven days, is `--keys drop`.'
  return 'No new keys have been added; the first turn is `--keys add`.'
}

/** @param keys the keeper's. @param everywhere those of all functions, some of which may be ahead of it. */
function turned(turn: Turn, keys: string, everywhere: (string | undefined)[], draw: Draw): string {
  const [first = '', second] = keys.split(',')
  if (turn === 'drop') return first
  if (turn === 'use') return second === undefined ? first : `${second},${first}`
  const ahead = everywhere.find((value) => value?.startsWith(`${first},`))
  return ahead ?? `${first},${draw(32)}`
}
