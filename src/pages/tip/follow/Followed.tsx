import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { FollowedTip, TellerEntry } from '@contract/letterbox'
import { Notice } from '@/components/Notice'
import { TimelineView } from '@/components/TimelineView'
import { words } from '@/words'
import { tipFollowWords as said } from '@/words/tip'
import { KeepOnPhone } from '../KeepOnPhone'
import { AddBox } from './AddBox'
import { AppealBox } from './AppealBox'
import { RewardCard } from './RewardCard'

interface FollowedProps {
  receipt: string
  tip: FollowedTip
  today: Day
}

/** What somebody with the receipt reads, and what they can do. */
export function Followed({ receipt, tip, today }: FollowedProps) {
  const { status, kind, place, question, underway, canAppeal } = tip
  return (
    <>
      <View className="card">
        <View className="title">{said.status[status].title}</View>
        <View>{said.status[status].note}</View>
        <View className="soft">{`${kind} · ${place}`}</View>
      </View>
      {underway > 0 && status !== 'waiting' && <Notice tone="calm" title={said.underway(underway)} />}
      {question !== null && <AddBox receipt={receipt} question={question} />}
      {canAppeal && <AppealBox receipt={receipt} />}
      <RewardCard receipt={receipt} reward={tip.reward} today={today} />
      {tip.timeline.length > 0 && (
        <View className="card">
          <View className="title">{said.timeline}</View>
          <TimelineView lines={[...tip.timeline].reverse().map((entry) => lineOf(entry, today))} />
        </View>
      )}
      {question === null && <AddBox receipt={receipt} question={null} />}
      <View className="card">
        <KeepOnPhone receipt={receipt} kind={kind} />
      </View>
    </>
  )
}

const lineOf = ({ at, what, words: quoted, pictures }: TellerEntry, today: Day) => ({
  when: words.dates.instant(at, today),
  sentence: said.happened[what],
  words: [quoted, pictures > 0 && said.pictures(pictures)].filter(Boolean).join('\n') || null,
})
