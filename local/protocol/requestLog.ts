/** One request that a function sent to the cloud. */
export interface RequestEntry {
  /** Such as `database.getDocument`. */
  action: string
  collection?: string
  /** The function that asked. */
  function: string
  /** How many documents the store has read for it; 0 until it is answered. */
  documents: number
  /** How long the answer was; 0 until there is one. */
  bytes: number
}

/** What functions asked of the cloud, for tests that count round trips. */
export interface RequestLog {
  record(entry: RequestEntry): void
  /** The present end of the log. */
  mark(): number
  /** Everything recorded after that mark, oldest first; at most the last 10,000 requests are kept. */
  since(mark: number): RequestEntry[]
}

const kept = 10_000

export function createRequestLog(): RequestLog {
  const entries: RequestEntry[] = []
  let forgotten = 0
  return {
    record(entry) {
      entries.push(entry)
      if (entries.length >= 2 * kept) forgotten += entries.splice(0, kept).length
    },
    mark: () => forgotten + entries.length,
    since: (mark) => entries.slice(Math.max(0, mark - forgotten)),
  }
}
