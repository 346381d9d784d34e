/** How a piece of work went: what is worth knowing about it, or all that was said until it failed. */
export type Outcome = { ok: true; notes: string[] } | { ok: false; output: string }

export const done = (...notes: string[]): Outcome => ({ ok: true, notes })
export const failed = (output: string): Outcome => ({ ok: false, output })
