import { useState } from 'react'
import type { TimelineEntry } from '@contract/cases'
import { newsSince } from './news'

/** What there is to read of a case of any kind. */
export interface Reviewed {
  version: number
  timeline: TimelineEntry[]
}

/** What others have done to the case while this page was open, until it is marked as seen. */
export function useNews(
  { data, isFetching }: { data: Reviewed | undefined; isFetching: boolean },
  own: readonly number[],
): { news: TimelineEntry[]; markSeen: () => void } {
  const [seen, setSeen] = useState<number>()
  // What was kept from an earlier visit is replaced before anybody has read it, and is no baseline.
  if (seen === undefined && data && !isFetching) setSeen(data.version)
  return {
    news: data && seen !== undefined ? newsSince(data.timeline, seen, own) : [],
    markSeen: () => setSeen(data?.version),
  }
}
