const KEPT_FOR_MS = 60_000
const KEPT_AT_MOST = 500

/** What an instance remembers of what changes rarely. */
export interface Memory<Known> {
  /** undefined where nothing is remembered, or no longer. */
  of(key: string, now: Date): Known | undefined
  keep(key: string, known: Known, now: Date): void
  forget(): void
}

/** Everything in it is forgotten after a minute: so late does this instance know what others have changed. */
export function rememberedForAMinute<Known>(): Memory<Known> {
  const all = new Map<string, { known: Known; until: number }>()
  return {
    of(key, now) {
      const found = all.get(key)
      return found && found.until > now.getTime() ? found.known : undefined
    },
    keep(key, known, now) {
      if (all.size >= KEPT_AT_MOST) all.clear()
      all.set(key, { known, until: now.getTime() + KEPT_FOR_MS })
    },
    forget: () => all.clear(),
  }
}
