import { escalateAlerts } from './escalateAlerts'

/** By when nothing new is begun: ten episodes and their messages last for some seconds more, and there are twenty. */
const SLICE_MS = 14_000

export const everyMinute = (now: Date): Promise<void> =>
  escalateAlerts(now, new Date(now.getTime() + SLICE_MS))
