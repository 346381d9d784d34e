import { caseKinds, type CaseKind } from '@contract/cases'
import type { At, Level } from '@contract/roles'
import { countedIn, isCountedApart, type Count, type Counts, type CountsDocument } from './countRules'

/** A place whose counts are wanted, and where it is. */
export interface Counting {
  id: string
  level: Level
  at: At
}

/** The counts of a place, of each document that tells of it: a community is told of by one, a street by those of its communities. */
export const countsAt = ({ id, level, at }: Counting, documents: readonly CountsDocument[]): Counts[] =>
  isCountedApart(level)
    ? documents.filter((document) => document.at[level] === id).map(({ total }) => total)
    : documents.filter((document) => placeOf(document) === countedIn(at)).map(({ below }) => below[id] ?? {})

/** The place that a document counts, without its day. */
const placeOf = ({ at }: CountsDocument): string => countedIn(at)

/** How many there are of these kinds; never less than none, however wrong a count may be before the night mends it. */
export const sumOf = (
  counts: readonly Counts[],
  count: Count,
  kinds: readonly CaseKind[] = caseKinds,
): number =>
  Math.max(
    0,
    counts.reduce((sum, one) => kinds.reduce((ofKinds, kind) => ofKinds + (one[kind]?.[count] ?? 0), sum), 0),
  )
