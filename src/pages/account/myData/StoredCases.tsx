import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { addDays, dayOf, type Day } from '@contract/calendar'
import type { MyData, OwnCase } from '@contract/myData'
import { Tap } from '@/components/Tap'
import { words } from '@/words'

const said = words.myData

/** Everything that is stored, in plain words. */
export function StoredCases({ mine, today }: { mine: MyData; today: Day }) {
  const { cases, people, households, pictures, looks } = mine
  if (cases.length === 0 && people === 0 && households.number === 0 && pictures === 0)
    return (
      <View className="card">
        <View className="title">{said.nothing.title}</View>
        <View className="soft">{said.nothing.whatToDo}</View>
      </View>
    )
  return (
    <View className="card">
      <View className="title">{said.stored}</View>
      <View className="my-data__line">{said.registrations(cases.length)}</View>
      <View className="soft">{said.family(people, pictures)}</View>
      {households.number > 0 && (
        <View className="my-data__line">{said.households(households.number, households.people)}</View>
      )}
      <View className="my-data__line">{said.looks(looks)}</View>
      {looks > 0 && (
        <Tap
          className="my-data__who"
          onTap={() => void Taro.navigateTo({ url: '/pages/mine/records/index' })}
        >
          {said.who}
        </Tap>
      )}
      {cases.map((one) => (
        <StoredCase key={one.id} one={one} today={today} says="period" />
      ))}
    </View>
  )
}

interface StoredCaseProps {
  one: OwnCase
  today: Day
  /** Says until when it is kept, or what stands against deleting it. */
  says: 'period' | 'obstacle'
}

/** When and where a case was opened, and how long it stays. */
export function StoredCase({ one, today, says }: StoredCaseProps) {
  const { kind, openedAt, place, keepUntil, obstacle, until, eraseWanted } = one
  const opened = words.dates.shortDay(dayOf(openedAt), today)
  const lastDay = addDays(dayOf(keepUntil), -1)
  return (
    <View className="my-data__case">
      <Text>{said.opened(words.registration.kind[kind], opened, place.names.slice(-2).join(' '))}</Text>
      <View className="soft">
        {obstacle && (says === 'obstacle' || eraseWanted)
          ? said.stays[obstacle](until && words.dates.dayInFull(until, today))
          : said.kept(words.dates.dayInFull(lastDay, today))}
      </View>
      {eraseWanted && <View className="soft">{said.wanted}</View>}
    </View>
  )
}
