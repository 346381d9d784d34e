import type { TimelineEntry } from '@contract/cases'

/** Each event raises the version by one: the entry at `index` made version `index + 1`. */
const sinceVersion = (timeline: readonly TimelineEntry[], version: number): TimelineEntry[] =>
  timeline.slice(version)

/** What others did to a case since it was seen; `own` are the versions that this phone made itself. */
export const newsSince = (
  timeline: readonly TimelineEntry[],
  seenVersion: number,
  own: readonly number[],
): TimelineEntry[] =>
  sinceVersion(timeline, seenVersion).filter((_, index) => !own.includes(seenVersion + index + 1))

/** Whether the answers are other than they were at `version`. */
export const isAmendedSince = (timeline: readonly TimelineEntry[], version: number): boolean =>
  sinceVersion(timeline, version).some(({ event }) => event === 'amend')
