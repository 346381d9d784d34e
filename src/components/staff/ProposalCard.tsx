import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import type { Outcome } from '@contract/returnee'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Notice } from '../Notice'
import { decisionOf, whoOf } from '../timelineLines'
import { LabelledLine } from './LabelledLine'
import { Quote } from './Quote'

const { registration, dates } = words
const said = staffWords.decisions.proposal

export interface ProposalCardProps {
  /** Of the timeline: what was proposed, by whom and why. */
  proposal: TimelineEntry
  /** In force meanwhile. */
  now: Outcome
  /** Whether the reader can confirm it. */
  mayConfirm: boolean
  today: Day
}

/** A stricter measure that waits for a second officer: from what to what, who wants it and why. */
export function ProposalCard({ proposal, now, mayConfirm, today }: ProposalCardProps) {
  const present = registration.decision(registration.measure[now.measure], now.days)
  return (
    <Notice tone="warning" title={said.title}>
      <LabelledLine label={said.now} text={present} />
      <LabelledLine label={said.proposed} text={decisionOf(proposal) ?? ''} strong />
      <View>{said.by(whoOf(proposal, 'staff'), dates.instant(proposal.at, today))}</View>
      <Quote words={proposal.words} />
      <View>{mayConfirm ? said.yours : said.others}</View>
    </Notice>
  )
}
