import { setTimeout as wait } from 'node:timers/promises'
import { fireTimer, movePlace, publishList } from './keepers'
import { comeBack, moveIn, register, report } from './residents'
import { callFamily, standAtDesk, workOff } from './staff'
import { follow, tell } from './tellers'
import type { World } from './world'

type Turn = (world: World) => Promise<void>

/** What is done, and how often beside the others. */
const turns: readonly [weight: number, Turn][] = [
  [5, register],
  [5, comeBack],
  [3, moveIn],
  [6, report],
  [4, tell],
  [7, follow],
  [14, workOff],
  [3, standAtDesk],
  [2, callFamily],
  [3, fireTimer],
  [1, publishList],
  [1, movePlace],
]

const bag = turns.flatMap(([weight, turn]) => Array.from({ length: weight }, () => turn))

/** So many at once do one thing after the other until it is over. */
export async function liveUntil(isOver: () => boolean, many: number, world: World): Promise<void> {
  const live = async () => {
    while (!isOver()) {
      await world.chance.pick(bag)(world)
      await wait(world.chance.below(200))
    }
  }
  await Promise.all(Array.from({ length: many }, live))
}
