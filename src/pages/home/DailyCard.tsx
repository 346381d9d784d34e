import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import type { Household } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { Tap } from '@/components/Tap'
import type { WaitingOf } from '@/services/submissions'
import { words } from '@/words'
import './DailyCard.scss'

const said = words.home.daily

interface DailyCardProps {
  /** undefined while it is not known whether there are any. */
  households: readonly Household[] | undefined
  today: Day
  /** Whether there is nothing more urgent to do. */
  isMain: boolean
  /** The reports that have not arrived. */
  waiting: readonly WaitingOf<'report'>[]
}

const open = (url: string) => void Taro.navigateTo({ url: `/pages/daily/${url}` })
const report = (household: string) => open(`report/index?household=${household}`)

/** Whether each household was reported today, and who is unwell. Nothing while it is not known whether there are any. */
export function DailyCard({ households, today, isMain, waiting }: DailyCardProps) {
  if (!households) return null
  return (
    <View className="card">
      <View className="daily-card__head">
        <Text className="title">{said.title}</Text>
        {households.length > 0 && (
          <Tap className="daily-card__home" onTap={() => open('household/index')}>
            {said.home}
          </Tap>
        )}
      </View>
      {households.length > 0 ? (
        <OfHouseholds households={households} today={today} isMain={isMain} waiting={waiting} />
      ) : (
        <>
          <View className="home__note">{said.beginNote}</View>
          <BigButton onClick={() => open('household/index')}>{said.begin}</BigButton>
        </>
      )}
    </View>
  )
}

interface OfHouseholdsProps extends Omit<DailyCardProps, 'households'> {
  households: readonly Household[]
}

/** The large button leads to the first that was not reported. */
function OfHouseholds({ households, today, isMain, waiting }: OfHouseholdsProps) {
  const isOnItsWay = ({ id }: Household): boolean =>
    waiting.some((one) => one.input.household === id && one.input.on === today && one.refused === null)
  const next = households.find((one) => one.reportedOn !== today && !isOnItsWay(one))
  return (
    <>
      {households.map((one) => (
        <View key={one.id}>
          <View className="soft">{[...one.place.names.slice(-2), one.door].join(' ')}</View>
          <View className="daily-card__line">{standingOf(one, isOnItsWay(one), today)}</View>
          {one.members.map(({ id, name, alert }) =>
            alert === null ? null : (
              <Tap key={id} className="daily-card__unwell" onTap={() => open(`alert/index?id=${alert}`)}>
                {said.unwell(name)}
              </Tap>
            ),
          )}
        </View>
      ))}
      <BigButton
        tone={isMain && next ? 'primary' : 'plain'}
        onClick={() => report((next ?? households[0])?.id ?? '')}
      >
        {next ? said.report : said.again}
      </BigButton>
    </>
  )
}

/** 今天 08:05 已经报过. */
const standingOf = ({ reportedOn, days }: Household, isOnItsWay: boolean, today: Day): string => {
  if (isOnItsWay) return said.waiting
  const times = days.find(({ on }) => on === today)?.people.map(({ at }) => at) ?? []
  const latest = times.sort()[times.length - 1]
  if (reportedOn !== today || latest === undefined) return said.missing
  return said.done(words.dates.instant(latest, today))
}
