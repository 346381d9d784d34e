import type { SqlValue } from './driver'
import type { Match } from './match'

type Direction = 1 | -1

/** One ordered stream out of several ordered ones; a row that comes from more than one is given once. */
export function* mergeOrdered(streams: Iterator<Match, void>[], directions: Direction[]): Generator<Match> {
  const seen = new Set<number>()
  try {
    const heads = streams.map((stream) => ({ stream, match: nextOf(stream) }))
    for (let least = leastOf(heads, directions); least?.match; least = leastOf(heads, directions)) {
      if (!seen.has(least.match.id)) yield least.match
      seen.add(least.match.id)
      least.match = nextOf(least.stream)
    }
  } finally {
    for (const stream of streams) stream.return?.()
  }
}

interface Head {
  stream: Iterator<Match, void>
  match: Match | undefined
}

const nextOf = (stream: Iterator<Match, void>): Match | undefined => {
  const next = stream.next()
  return next.done ? undefined : next.value
}

const leastOf = (heads: Head[], directions: Direction[]): Head | undefined => {
  let least: Head | undefined
  for (const head of heads) {
    if (head.match && (!least?.match || compareMatches(head.match, least.match, directions) < 0)) least = head
  }
  return least
}

const compareMatches = (a: Match, b: Match, directions: Direction[]): number => {
  for (const [index, direction] of directions.entries()) {
    const order = compareValues(a[`key${index}`] ?? null, b[`key${index}`] ?? null)
    if (order !== 0) return order * direction
  }
  return 0
}

/** SQLite's order: NULL, numbers, texts by their UTF-8 bytes. */
const compareValues = (a: SqlValue, b: SqlValue): number => {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return typeof a === 'number' ? -1 : 1
}
