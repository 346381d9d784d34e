/** From now on `Date` is as far off as this file says, in milliseconds; all processes that follow it agree. */
export function follow(file: string): void
/** From now on it is always this instant, in milliseconds. */
export function stopAt(instant: number): void
