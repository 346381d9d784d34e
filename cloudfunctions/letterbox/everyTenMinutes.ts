import { forgetPaces } from '@kernel/pacing'
import { logBug } from '@kernel/serve'
import { emptyLetterbox } from './emptyLetterbox'

/** By when no further letter is begun: those in hand, with pictures, and the messages last for some seconds more, and there are thirty. */
const SLICE_MS = 14_000

export async function everyTenMinutes(now: Date): Promise<void> {
  // That it fails keeps no letter waiting: it is tried again in the next round.
  await forgetPaces(now).catch(logBug)
  await emptyLetterbox(now, new Date(now.getTime() + SLICE_MS))
}
