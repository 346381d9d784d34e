import { escalateTips } from './escalateTips'

/** By when nothing new is begun: a page of tips and its messages last for some seconds more, and there are twenty. */
const SLICE_MS = 14_000

export const everyTenMinutes = (now: Date): Promise<void> =>
  escalateTips(now, new Date(now.getTime() + SLICE_MS))
