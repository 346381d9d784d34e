import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { FollowedTip, TellerEntry, TellerHappening } from '@contract/letterbox'
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

/** The same box wherever it stands: a question that arrives meanwhile takes nothing away of what is typed. */
const BOX = 'add'

/** What somebody with the receipt reads, and what they can do. */
export function Followed({ receipt, tip, today }: FollowedProps) {
  const { status, kind, place, underway, canAppeal } = tip
  // What is underway may be the answer: nobody should think that it got lost, and write it again.
  const question = underway > 0 ? null : tip.question
  const reward = <RewardCard receipt={receipt} reward={tip.reward} deskCode={tip.deskCode} today={today} />
  return (
    <>
      {tip.deskCode !== null && reward}
      <View className="card">
        <View className="title">{said.status[status].title}</View>
        <View>{said.status[status].note}</View>
        <View className="soft">{`${kind} · ${place}`}</View>
      </View>
      {underway > 0 && status !== 'waiting' && <Notice tone="calm" title={said.underway(underway)} />}
      {question !== null && <AddBox key={BOX} receipt={receipt} question={question} />}
      {canAppeal && <AppealBox receipt={receipt} />}
      {tip.deskCode === null && reward}
      {tip.timeline.length > 0 && (
        <View className="card">
          <View className="title">{said.timeline}</View>
          <TimelineView lines={[...tip.timeline].reverse().map((entry) => lineOf(entry, today))} />
        </View>
      )}
      {question === null && !canAppeal && <AddBox key={BOX} receipt={receipt} question={null} />}
      <View className="card">
        <KeepOnPhone receipt={receipt} kind={kind} />
      </View>
    </>
  )
}

/** What tellers do is known to a round of the letterbox only, and may seem to lie before what they answer. */
const rounded: readonly TellerHappening[] = ['tell', 'add', 'appeal']

const whenOf = (what: TellerHappening, when: string): string =>
  rounded.includes(what) ? said.around(when) : when

const lineOf = ({ at, what, words: quoted, pictures }: TellerEntry, today: Day) => ({
  when: whenOf(what, words.dates.instant(at, today)),
  sentence: said.happened[what],
  words: [quoted, pictures > 0 && said.pictures(pictures)].filter(Boolean).join('\n') || null,
})
