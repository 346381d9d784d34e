import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import type { Outcome } from '@contract/returnee'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Notice } from '../Notice'
import { decisionOf, whoOf } from '../timelineLines'
import { Quote } from './Quote'
import './ProposalCard.scss'

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
      <Line label={said.now} text={present} />
      <Line label={said.proposed} text={decisionOf(proposal) ?? ''} strong />
      <View>{said.by(whoOf(proposal, 'staff'), dates.instant(proposal.at, today))}</View>
      <Quote words={proposal.words} />
      <View>{mayConfirm ? said.yours : said.others}</View>
    </Notice>
  )
}

function Line({ label, text, strong = false }: { label: string; text: string; strong?: boolean }) {
  return (
    <View className="proposal__line">
      <Text className="proposal__label">{label}</Text>
      <Text className={strong ? 'proposal__strong' : ''}>{text}</Text>
    </View>
  )
}
