import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { daysBetween, type Day } from '@contract/calendar'
import type { OwnRegistrationLine, ReturneeStatus } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'
import './ObservedCard.scss'

const said = words.home.observed

/** In which what was decided is in force. */
const standing: readonly ReturneeStatus[] = ['accepted', 'tightening', 'reassessed', 'appealed']

/** What observation asks of this person, or of somebody they registered, today. */
export function ObservedCard({ lines, today }: { lines: readonly OwnRegistrationLine[]; today: Day }) {
  return lines
    .filter(({ status }) => standing.includes(status))
    .map((line) => <Observed key={line.id} line={line} today={today} />)
}

function Observed({ line: { id, name, outcome }, today }: { line: OwnRegistrationLine; today: Day }) {
  const span = outcome?.then && outcome.until < today ? outcome.then : outcome
  if (!outcome || !span || span.days === 0 || today < span.from || span.until < today) return null
  const day = daysBetween(span.from, today) + 1
  const { tests = [], temperatures = 0 } = outcome
  const nextTest = [...tests].sort().find((test) => test >= today)
  return (
    <View className="card observed-card">
      <Text className="observed-card__who">{said.who(name)}</Text>
      <View className="observed-card__measure">
        {said.day(words.registration.measure[span.measure], day)}
      </View>
      {nextTest === today && <View className="observed-card__today">{said.testToday}</View>}
      {temperatures > 0 && <View className="observed-card__today">{said.temperatures(temperatures)}</View>}
      <View className="observed-card__until soft">
        {said.until(words.dates.dayInFull(span.until, today))}
        {nextTest !== undefined && nextTest > today && said.nextTest(words.dates.date(nextTest, today))}
      </View>
      <BigButton onClick={() => void Taro.navigateTo({ url: `/pages/mine/record/index?id=${id}` })}>
        {said.open}
      </BigButton>
    </View>
  )
}
