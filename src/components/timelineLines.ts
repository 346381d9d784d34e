import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import { measures, type Measure } from '@contract/returnee'
import type { Actor } from '@contract/roles'
import { words, type Reader } from '@/words'

const said = words.registration

export interface TimelineLine {
  /** 今天 10:05. */
  when: string
  /** 网格员 王秀英 问. */
  sentence: string
  /** What was said, word for word. */
  words: string | null
}

/** 网格员 王秀英. */
export const whoOf = ({ actor, name }: TimelineEntry, reader: Reader): string => {
  if (actor === 'owner') return reader === 'owner' ? said.you : said.role.owner
  return [said.role[actor], name].filter(Boolean).join(' ')
}

const isMeasure = (value: unknown): value is Measure => (measures as readonly unknown[]).includes(value)

/** What an event decided or proposed: 居家观察 7 天. */
export const decisionOf = ({ detail }: TimelineEntry): string | null =>
  isMeasure(detail?.measure) ? said.decision(said.measure[detail.measure], Number(detail.days)) : null

const isActor = (value: unknown): value is Actor => typeof value === 'string' && value in said.role

const proposerOf = ({ detail }: TimelineEntry): string | null =>
  isActor(detail?.proposerRole) ? [said.role[detail.proposerRole], detail.proposer].join(' ') : null

/** The parts of the form that an amendment changed, by the names they have in the form. */
const changedOf = ({ detail }: TimelineEntry): string => {
  const sections: Partial<Record<string, string>> = said.section
  return String(detail?.sections ?? '')
    .split(' ')
    .flatMap((section) => sections[section] ?? [])
    .join(words.app.list)
}

const sentenceOf = (entry: TimelineEntry, reader: Reader): string => {
  const who = whoOf(entry, reader)
  const colleague = entry.detail?.colleague
  const sentences: Partial<Record<string, (typeof said.happened)['note']>> = said.happened
  const sentence = sentences[entry.event]
  if (!sentence) return said.happenedOtherwise(who)
  return sentence({
    who,
    byOwner: entry.actor === 'owner',
    reader,
    decision: decisionOf(entry),
    changed: changedOf(entry),
    colleague: typeof colleague === 'string' ? colleague : null,
    proposer: proposerOf(entry),
    moved: entry.event === 'relocate' ? String(entry.detail?.to ?? '') : null,
  })
}

/** The latest of its kind. */
export const lastOf = (entries: readonly TimelineEntry[], event: string): TimelineEntry | undefined => {
  const alike = entries.filter((entry) => entry.event === event)
  return alike[alike.length - 1]
}

/** One thing that happened, as a past-tense sentence for this reader. */
export const timelineLine = (entry: TimelineEntry, reader: Reader, today: Day): TimelineLine => ({
  when: words.dates.instant(entry.at, today),
  sentence: sentenceOf(entry, reader),
  words: entry.words || null,
})

/** The whole story, the latest first. */
export const timelineLines = (
  entries: readonly TimelineEntry[],
  reader: Reader,
  today: Day,
): TimelineLine[] => entries.map((entry) => timelineLine(entry, reader, today)).reverse()
