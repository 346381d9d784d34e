/** From now on `Date` is as far off as this file says, in milliseconds. */
export function follow(file: string): void
