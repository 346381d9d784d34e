import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** Up to which moment the due times of each function's timer are dealt with, kept in the data folder. */
export interface Settled {
  /** Undefined for a timer not seen before, and for one whose pattern has changed. */
  get(functionName: string, cron: string): Date | undefined
  set(functionName: string, cron: string, until: Date): void
}

const entries = v.record(
  v.string(),
  v.object({ cron: v.string(), until: v.pipe(v.string(), v.isoTimestamp()) }),
)

/** Reads `timers.json`. A damaged one is forgotten: a timer that was missed then stays missed. */
export function openSettled(directory: string): Settled {
  const file = join(directory, 'timers.json')
  const known = new Map(Object.entries(read(file)))
  return {
    get(functionName, cron) {
      const entry = known.get(functionName)
      return entry?.cron === cron ? new Date(entry.until) : undefined
    },
    set(functionName, cron, until) {
      known.set(functionName, { cron, until: until.toISOString() })
      // Written beside and renamed, so that a crash leaves the old file or the new one.
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(known), null, 2))
      renameSync(`${file}.new`, file)
    },
  }
}

function read(file: string): v.InferOutput<typeof entries> {
  try {
    return existsSync(file) ? v.parse(entries, JSON.parse(readFileSync(file, 'utf8'))) : {}
  } catch {
    return {}
  }
}
