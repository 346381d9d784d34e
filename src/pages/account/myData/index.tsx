import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { retentionDays } from '@contract/keeping'
import type { MyData } from '@contract/myData'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { Erase } from './Erase'
import { Export } from './Export'
import { StoredCases } from './StoredCases'
import './index.scss'

const said = words.myData

/** What is stored about me, how long, who has looked; to take it along and to have it deleted. */
export default function MyDataPage() {
  const shown = useQuery(asked('myData', 'show', {}))
  useFreshWhenShown(shown)
  usePullDownRefresh(() => void shown.refetch().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page>
      <StateView query={shown}>{(mine) => <Shown mine={mine} />}</StateView>
      <View className="my-data__proof">
        <BigButton onClick={() => void Taro.navigateTo({ url: '/pages/account/certificates/index' })}>
          {words.keeping.certificates.open}
        </BigButton>
      </View>
    </Page>
  )
}

function Shown({ mine }: { mine: MyData }) {
  const today = dayOf(new Date())
  return (
    <>
      {mine.lifts.map(({ place, endsAt }) => (
        <Notice key={place.id} tone="warning" title={said.lift.title}>
          {said.lift.body(place.names.join(' '), words.dates.dayInFull(dayOf(endsAt), today))}
        </Notice>
      ))}
      <StoredCases mine={mine} today={today} />
      <View className="card">
        <View className="title">{said.period}</View>
        <View className="soft">{words.keeping.rule(retentionDays.returnee)}</View>
      </View>
      {(mine.cases.length > 0 || mine.households.number > 0) && <Export />}
      <Erase mine={mine} today={today} />
    </>
  )
}
