import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Notice } from '../Notice'
import { whoOf } from '../timelineLines'
import { Quote } from './Quote'

const said = staffWords.decisions.heard

export interface AppealCardProps {
  /** Of the timeline: who does not agree, and why. */
  appeal: TimelineEntry
  /** Whether the reader is to hear it. */
  mayHear: boolean
  today: Day
}

/** The resident does not agree: why, and what is to be done about it. */
export function AppealCard({ appeal, mayHear, today }: AppealCardProps) {
  const when = words.dates.instant(appeal.at, today)
  const isOwn = appeal.actor === 'owner'
  return (
    <Notice tone="warning" title={said.title}>
      <View>{isOwn ? said.byOwner(when) : said.byStaff(whoOf(appeal, 'staff'), when)}</View>
      <Quote words={appeal.words} />
      <View>{mayHear ? said.yours : said.others}</View>
    </Notice>
  )
}
