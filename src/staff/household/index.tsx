import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { HouseholdForReview } from '@contract/households'
import type { Me } from '@contract/people'
import { householdRoles } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { DayReports } from '@/components/DayReports'
import { Page } from '@/components/Page'
import { ReportCalendar } from '@/components/ReportCalendar'
import { StateView } from '@/components/StateView'
import { CallLines } from '@/components/staff/CallLines'
import { CallSheet } from '@/components/staff/CallSheet'
import { HouseholdHeader } from '@/components/staff/HouseholdHeader'
import { HouseholdNotes } from '@/components/staff/HouseholdNotes'
import { HouseholdPeople } from '@/components/staff/HouseholdPeople'
import { asked, useFreshWhenShown } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { isMine } from '../calling/isMine'
import { useCalling, type CallDesk } from '../calling/useCalling'
import { holdsRole } from '../keeping/sayings'
import { VisitSheet } from './VisitSheet'

const said = staffWords.households

/** `?household=`: who lives there, what they reported in the last four weeks, who called them; and reporting for them. */
export default function HouseholdPage() {
  const { household: id = '' } = useRouter().params
  const me = useQuery(asked('people', 'me', {}))
  const review = useQuery(asked('households', 'review', { household: id }))
  useFreshWhenShown(review)
  const calling = useCalling()
  const mayAct = holdsRole(me.data?.posts ?? [], householdRoles)
  return (
    <Page
      tallFooter
      footer={
        mayAct &&
        review.data && (
          <Footer household={review.data} onCall={() => calling.call({ household: id, reason: 'other' })} />
        )
      }
    >
      <StateView query={review}>
        {(household) => <Shown household={household} me={me.data} calling={calling} mayAct={mayAct} />}
      </StateView>
      <CallSheet {...calling.sheet} />
    </Page>
  )
}

interface ShownProps {
  household: HouseholdForReview
  me: Me | undefined
  calling: CallDesk
  /** Whether the reader also reports for them and calls them. */
  mayAct: boolean
}

function Shown({ household, me, calling, mayAct }: ShownProps) {
  const today = dayOf(new Date())
  const [chosen, setChosen] = useState(today)
  const [isVisiting, setVisiting] = useState(false)
  const { id, days, members, calls } = household
  const reported = { days, people: members, openedOn: dayOf(household.openedAt) }
  return (
    <>
      <HouseholdHeader household={household} today={today} />
      <HouseholdNotes household={household} onOpenAlert={openAlert} onOpenOther={openHousehold} />
      <HouseholdPeople
        members={members}
        today={today}
        onChange={mayAct ? (person) => openMember(id, person) : null}
      />
      <View className="card">
        <View className="title">{said.days}</View>
        <ReportCalendar household={reported} chosen={chosen} today={today} onChoose={setChosen} />
      </View>
      <DayReports
        household={reported}
        names={Object.fromEntries(members.map(({ id: person, display }) => [person, display]))}
        day={chosen}
        today={today}
      />
      <View className="card">
        <View className="title">{staffWords.calling.calls}</View>
        <CallLines
          calls={calls}
          today={today}
          isMine={isMine(me)}
          onTell={(call) => calling.tellOf(id, call)}
        />
        {mayAct && <BigButton onClick={() => setVisiting(true)}>{staffWords.calling.routine}</BigButton>}
      </View>
      {isVisiting && <VisitSheet household={id} onClose={() => setVisiting(false)} />}
    </>
  )
}

/** Reporting at the door or on the telephone, and calling; where nobody has a telephone, going there. */
function Footer({ household, onCall }: { household: HouseholdForReview; onCall: () => void }) {
  const { id, members } = household
  const hasPhone = members.some(({ hasPhone, left }) => hasPhone && left === null)
  return (
    <>
      <BigButton onClick={() => openReport(id, 'telephone')}>{said.telephone}</BigButton>
      <BigButton onClick={() => openReport(id, 'door')}>{said.door}</BigButton>
      <BigButton tone="primary" onClick={onCall}>
        {hasPhone ? staffWords.calling.call : staffWords.calling.visit}
      </BigButton>
    </>
  )
}

const openAlert = (id: string) => void Taro.navigateTo({ url: `/staff/healthAlert/index?id=${id}` })

/** In place of this one: two that lead to each other would soon fill the ten pages that WeChat keeps. */
const openHousehold = (id: string) => void Taro.redirectTo({ url: `/staff/household/index?household=${id}` })

const openMember = (household: string, person?: string) => {
  const whom = person ? `&person=${person}` : ''
  void Taro.navigateTo({ url: `/pages/daily/member/index?household=${household}&for=staff${whom}` })
}

const openReport = (id: string, how: 'door' | 'telephone') =>
  void Taro.navigateTo({ url: `/pages/daily/report/index?household=${id}&how=${how}` })
