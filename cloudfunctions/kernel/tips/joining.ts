import { readCase } from '../cases'
import type { TipBody, TipCase } from './tip'
import type { TipStatus } from '@contract/tipMachine'

/** A chain of joined tips is not followed any further. */
const FOLLOWED_AT_MOST = 10

export const readTip = (id: string): Promise<TipCase | null> => readCase<TipBody, TipStatus>('tip', id)

/**
 * The tip that is handled for this one: itself, or the one at the end of those to which it was joined. null where the chain
 * does not end. One database request for each that follows.
 */
export async function handledFor(tip: TipCase): Promise<TipCase | null> {
  let found: TipCase | null = tip
  for (let followed = 0; found && followed <= FOLLOWED_AT_MOST; followed += 1) {
    if (found.status !== 'joined' || found.body.into === null) return found
    found = await readTip(found.body.into)
  }
  return null
}
