import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import { editionKinds, type EditionKind } from '@contract/editions'
import { measures, type Measure } from '@contract/returnee'
import type { Actor } from '@contract/roles'
import { words, type Happening, type Reader } from '@/words'

const said = words.registration

/** A sentence for each event of a kind of case. */
export type Sentences = Partial<Record<string, (it: Happening) => string>>

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

const decisionIn = (measure: unknown, days: unknown): string | null =>
  isMeasure(measure) ? said.decision(said.measure[measure], Number(days)) : null

/** What an event decided, proposed or came to expect: 集中观察 7 天，再健康监测 3 天. */
export const decisionOf = ({ detail }: TimelineEntry): string | null => {
  const first = decisionIn(detail?.measure, detail?.days)
  const then = decisionIn(detail?.thenMeasure, detail?.thenDays)
  return first && then ? said.decisions(first, then) : first
}

const isActor = (value: unknown): value is Actor => typeof value === 'string' && value in said.role

const proposerOf = ({ detail }: TimelineEntry): string | null =>
  isActor(detail?.proposerRole) ? [said.role[detail.proposerRole], detail.proposer].join(' ') : null

/** The kind of edition because of which the rules expect something else. */
export const editionKindOf = ({ detail }: TimelineEntry): EditionKind | undefined =>
  editionKinds.find((kind) => kind === detail?.kind)

const editionOf = (entry: TimelineEntry): string | null => {
  const kind = editionKindOf(entry)
  return kind ? said.edition[kind](Number(entry.detail?.number)) : null
}

/** The parts of the form that an amendment changed, by the names they have in the form. */
const changedOf = ({ detail }: TimelineEntry): string => {
  const sections: Partial<Record<string, string>> = said.section
  return String(detail?.sections ?? '')
    .split(' ')
    .flatMap((section) => sections[section] ?? [])
    .join(words.app.list)
}

const sentenceOf = (entry: TimelineEntry, reader: Reader, sentences: Sentences): string => {
  const who = whoOf(entry, reader)
  const colleague = entry.detail?.colleague
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
    edition: editionOf(entry),
    moved: entry.event === 'relocate' ? String(entry.detail?.to ?? '') : null,
  })
}

/** The latest of its kind. */
export const lastOf = (entries: readonly TimelineEntry[], event: string): TimelineEntry | undefined => {
  const alike = entries.filter((entry) => entry.event === event)
  return alike[alike.length - 1]
}

/** One thing that happened, as a past-tense sentence for this reader. */
export const timelineLine = (
  entry: TimelineEntry,
  reader: Reader,
  today: Day,
  sentences: Sentences = said.happened,
): TimelineLine => ({
  when: words.dates.instant(entry.at, today),
  sentence: sentenceOf(entry, reader, sentences),
  words: entry.words || null,
})

/** The whole story, the latest first. */
export const timelineLines = (
  entries: readonly TimelineEntry[],
  reader: Reader,
  today: Day,
  sentences: Sentences = said.happened,
): TimelineLine[] => entries.map((entry) => timelineLine(entry, reader, today, sentences)).reverse()
