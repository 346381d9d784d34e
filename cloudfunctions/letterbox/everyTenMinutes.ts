import { forgetPaces } from '@kernel/pacing'
import { emptyLetterbox } from './emptyLetterbox'

/** By when no further letter is begun: those in hand, with pictures, and the messages last for some seconds more, and there are thirty. */
const SLICE_MS = 14_000

export async function everyTenMinutes(now: Date): Promise<void> {
  await forgetPaces(now)
  await emptyLetterbox(now, new Date(now.getTime() + SLICE_MS))
}
