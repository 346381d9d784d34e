import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf, type Day } from '@contract/calendar'
import type { AlertReport, OwnHealthAlert } from '@contract/healthAlerts'
import { concernLabels, testResultLabels } from '@contract/labels'
import { BigButton } from '@/components/BigButton'
import { CallButton } from '@/components/CallButton'
import { Page } from '@/components/Page'
import { enteredText, feelingsText, temperatureText } from '@/components/reportSentences'
import { StateView } from '@/components/StateView'
import { Tag } from '@/components/Tag'
import { Timeline } from '@/components/Timeline'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { healthAlertWords as said } from '@/words/household'
import { AlertState } from './AlertState'
import './index.scss'

/** `?id=` of an episode of somebody in one's own family being unwell. */
export default function AlertPage() {
  const { id = '' } = useRouter().params
  const shown = useQuery(asked('healthAlerts', 'show', { case: id }))
  useFreshWhenShown(shown)
  return (
    <Page>
      <StateView query={shown}>{(alert) => <Shown alert={alert} />}</StateView>
    </Page>
  )
}

function Shown({ alert }: { alert: OwnHealthAlert }) {
  const today = dayOf(new Date())
  const report = () => void Taro.navigateTo({ url: `/pages/daily/report/index?household=${alert.household}` })
  return (
    <>
      <AlertState alert={alert} today={today} />
      <Telephones alert={alert} />
      <View className="card">
        <View className="title">{said.reports}</View>
        {alert.reports.map((one) => (
          <Report key={one.at} report={one} today={today} />
        ))}
      </View>
      <View className="card">
        <View className="title">{said.timeline}</View>
        <Timeline entries={alert.timeline} reader="owner" today={today} />
      </View>
      <BigButton onClick={report}>{said.reportAgain}</BigButton>
    </>
  )
}

/** Whom the policy names, besides the grid worker. */
function Telephones({ alert: { status, telephones } }: { alert: OwnHealthAlert }) {
  if (status === 'closed') return null
  return (
    <>
      {telephones.map(({ name, phone }) => (
        <View key={phone} className="alert__call">
          <CallButton name={name} phone={phone} />
        </View>
      ))}
    </>
  )
}

function Report({ report, today }: { report: AlertReport; today: Day }) {
  const { on, temperature, test, concerns } = report
  return (
    <View className="alert__report">
      <View className="alert__head">
        {`${words.dates.shortDay(on, today)} ${temperatureText(temperature)}`}
      </View>
      <View>{feelingsText(report)}</View>
      {test && <View>{said.test(testResultLabels[test])}</View>}
      <View>
        {concerns.map((concern) => (
          <Tag key={concern} tone="danger" text={concernLabels[concern]} />
        ))}
      </View>
      <View className="soft">{enteredText(report, on, today)}</View>
    </View>
  )
}
