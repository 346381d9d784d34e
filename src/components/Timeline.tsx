import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import type { Reader } from '@/words'
import { timelineLines } from './timelineLines'
import { TimelineView } from './TimelineView'

export interface TimelineProps {
  /** Oldest first, as the function returns them. */
  entries: readonly TimelineEntry[]
  reader: Reader
  today: Day
}

/** What happened to a case, the latest on top. */
export function Timeline({ entries, reader, today }: TimelineProps) {
  return <TimelineView lines={timelineLines(entries, reader, today)} />
}
