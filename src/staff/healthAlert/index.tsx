import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { HealthAlertForReview } from '@contract/healthAlerts'
import { householdRoles } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { Timeline } from '@/components/Timeline'
import { AlertCourse } from '@/components/staff/AlertCourse'
import { AlertSheets } from '@/components/staff/AlertSheets'
import { CallLines } from '@/components/staff/CallLines'
import { CallSheet } from '@/components/staff/CallSheet'
import { CaseHeader } from '@/components/staff/CaseHeader'
import { CaseTags } from '@/components/staff/CaseTags'
import { CaseTools } from '@/components/staff/CaseTools'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { handlingWords } from '@/words/handling'
import { staffWords, type AlertEvent } from '@/words/staff'
import { isMine } from '../calling/isMine'
import { useCalling, type CallDesk } from '../calling/useCalling'
import { CaseNews } from '../case/CaseNews'
import { HoldLink } from '../case/HoldLink'
import { dueOf } from '../due'
import { holdsRole } from '../keeping/sayings'
import { Clear } from './Clear'
import { Footer } from './Footer'
import { useAlertDesk, type AlertDesk } from './useAlertDesk'
import './index.scss'

const said = staffWords.healthAlert

const tools = ['reveal', 'note', 'reassign'] as const satisfies AlertEvent[]

const eventName = (event: AlertEvent): string => said.event[event]

/** `?id=` of an episode: who is unwell, how it went, whom to call, and what came of it. Opening it is what `see` says. */
export default function HealthAlertPage() {
  const { id = '' } = useRouter().params
  const desk = useAlertDesk(id)
  const calling = useCalling()
  const me = useQuery(asked('people', 'me', {}))
  const view = desk.review.data
  const mayCall = holdsRole(me.data?.posts ?? [], householdRoles)
  const call = () =>
    view && calling.call({ household: view.household, person: view.person, reason: 'unwell' })
  return (
    <Page tallFooter footer={view && <Footer view={view} desk={desk} mayCall={mayCall} onCall={call} />}>
      <StateView query={desk.review}>
        {(view) => <Episode view={view} desk={desk} calling={calling} isMine={isMine(me.data)} />}
      </StateView>
      <CallSheet {...calling.sheet} />
    </Page>
  )
}

interface EpisodeProps {
  view: HealthAlertForReview
  desk: AlertDesk
  calling: CallDesk
  isMine: ReturnType<typeof isMine>
}

function Episode({ view, desk, calling, isMine }: EpisodeProps) {
  const now = new Date()
  const today = dayOf(now)
  const { revealed, sheet, deeds } = desk
  return (
    <>
      <CaseNews status={said.status[view.status]} events={view.events} nameOf={eventName} desk={desk} />
      {!sheet && <FailureNotice error={deeds.error} />}
      {view.isEmergency && view.status !== 'closed' && (
        <Notice tone="danger" title={said.emergency.title}>
          {said.emergency.body}
        </Notice>
      )}
      <CaseHeader
        display={revealed?.name ?? view.display}
        tags={<CaseTags kind="healthAlert" status={view.status} />}
        place={view.place.names}
        due={view.todo && dueOf(view.todo, now)}
        assignee={view.todo?.assignee?.name ?? null}
        entered={said.entered(view.reports.length, words.dates.instant(view.openedAt, today))}
      />
      {view.ending && <Notice tone="calm" title={said.endedAs(said.ending[view.ending])} />}
      {revealed && <Clear revealed={revealed} />}
      <AlertCourse reports={view.reports} today={today} />
      <View className="card">
        <View className="title">{staffWords.calling.calls}</View>
        <CallLines
          calls={view.calls}
          today={today}
          isMine={isMine}
          onTell={(call) => calling.tellOf(view.household, call)}
        />
      </View>
      <CaseTools
        events={tools.filter((event) => view.events.includes(event))}
        nameOf={eventName}
        onChoose={desk.open}
      />
      <BigButton onClick={() => openHousehold(view.household)}>{said.household}</BigButton>
      <View className="card health-alert__story">
        <View className="title">{handlingWords.timeline}</View>
        <Timeline entries={view.timeline} reader="staff" today={today} />
      </View>
      <HoldLink id={view.id} text={staffWords.keeping.hold.beginCase} />
      <Sheets view={view} desk={desk} />
    </>
  )
}

const openHousehold = (id: string) => void Taro.navigateTo({ url: `/staff/household/index?household=${id}` })

/** The sheets in which a deed is filled in; colleagues are asked for when one is to be chosen. */
function Sheets({ view, desk: { sheet, open, deeds } }: { view: HealthAlertForReview; desk: AlertDesk }) {
  const colleagues = useQuery({
    ...asked('people', 'colleagues', { place: view.place.id }),
    enabled: sheet === 'reassign',
  })
  return (
    <AlertSheets
      open={sheet}
      busy={deeds.busy}
      error={deeds.error}
      timesDone={deeds.timesDone}
      colleagues={colleagues}
      assignee={view.todo?.assignee?.id ?? null}
      onSend={deeds.send}
      onClose={() => open(null)}
    />
  )
}
