import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { asksSame, compareFrom, type OwnRegistration } from '@contract/returnee'
import { DayCalendar } from '@/components/DayCalendar'
import { outcomeInFull } from '@/components/outcomeSentences'
import { editionKindOf } from '@/components/timelineLines'
import { lastChange } from '@/components/whatNow'
import { Why } from '@/components/Why'
import { outcomeWords } from '@/words/outcome'
import './ChangeCard.scss'

const said = outcomeWords.changed

/** While it is undecided whether what the rules now expect replaces what is in force. */
const undecided: readonly OwnRegistration['status'][] = ['reassessed', 'appealed']

/** The list or the policy has changed: from what to what, and why. Nothing where nothing has. */
export function ChangeCard({ registration, today }: { registration: OwnRegistration; today: Day }) {
  const { status, outcome, expected, regions } = registration
  const change = lastChange(registration)
  if (!change || !undecided.includes(status)) return null
  if (!outcome || !expected || asksSame(expected, outcome)) return null
  const isLooser = compareFrom(today, expected, outcome) < 0
  return (
    <View className="card change-card">
      <View className="title">{said.title[editionKindOf(change) ?? 'riskList']}</View>
      <View className="soft">{said.before(outcomeInFull(outcome, today))}</View>
      <View className="change-card__after">{said.after(outcomeInFull(expected, today))}</View>
      {isLooser && <View>{said.looser}</View>}
      <Why outcome={expected} regions={regions} reader="owner" today={today} />
      <View className="change-card__days">
        <DayCalendar outcome={expected} today={today} />
      </View>
    </View>
  )
}
