import { checkLater } from './checkLater'

/** By when nothing new is begun: ten texts last for some seconds more where WeChat is slow, and there are twenty. */
const SLICE_MS = 14_000

export const everyTenMinutes = (now: Date): Promise<void> =>
  checkLater(now, new Date(now.getTime() + SLICE_MS))
