import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { RegistrationForReview } from '@contract/returnee'
import { Answers } from '@/components/Answers'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { PictureView } from '@/components/PictureView'
import { StateView } from '@/components/StateView'
import { Timeline } from '@/components/Timeline'
import { CaseHeader } from '@/components/staff/CaseHeader'
import { CaseTags } from '@/components/staff/CaseTags'
import { CaseTools } from '@/components/staff/CaseTools'
import { TwinsNotice } from '@/components/staff/TwinsNotice'
import { words } from '@/words'
import { handlingWords } from '@/words/handling'
import { staffWords, type StaffEvent } from '@/words/staff'
import { caseRoute } from '../caseRoute'
import { dueOf } from '../due'
import { openPage } from '../openPage'
import { CaseNews } from './CaseNews'
import { Footer } from './Footer'
import { HoldLink } from './HoldLink'
import { Outcomes } from './Outcomes'
import { Pending } from './Pending'
import { Sheets } from './Sheets'
import { useCaseDesk, type Desk } from './useCaseDesk'
import './index.scss'

const said = staffWords.case

const tools: readonly StaffEvent[] = ['reveal', 'revise', 'answer', 'note', 'reassign', 'appeal', 'withdraw']

/** One registration as staff see it: a case is decided without leaving its page. */
export default function CasePage() {
  const { id = '' } = useRouter().params
  const desk = useCaseDesk(id)
  const view = desk.review.data
  return (
    <Page tallFooter footer={view && <Footer view={view} desk={desk} />}>
      <StateView query={desk.review}>{(view) => <Case view={view} desk={desk} />}</StateView>
    </Page>
  )
}

function Case({ view, desk }: { view: RegistrationForReview; desk: Desk }) {
  const now = new Date()
  const today = dayOf(now)
  const { deeds, revealed, sheet } = desk
  return (
    <>
      <CaseNews
        status={words.registration.status.staff[view.status]}
        events={view.events}
        nameOf={eventName}
        desk={desk}
      />
      {!sheet && <FailureNotice error={deeds.error} />}
      <CaseHeader
        display={revealed?.answers.person.name ?? view.display}
        tags={<CaseTags kind="returnee" status={view.status} />}
        place={view.place.names}
        due={view.todo && dueOf(view.todo, now)}
        assignee={view.todo?.assignee?.name ?? null}
        entered={said.entered(
          words.registration.purpose[view.purpose],
          words.dates.instant(view.openedAt, today),
        )}
      />
      <Pending view={view} today={today} />
      <Outcomes view={view} today={today} />
      <TwinsNotice {...view.twins} onOpen={openCase} />
      <CaseTools
        events={tools.filter((event) => view.events.includes(event))}
        nameOf={eventName}
        onChoose={desk.open}
      />
      {revealed && (
        <Notice tone="calm" title={said.revealedTitle}>
          {said.revealed}
        </Notice>
      )}
      <View className="card">
        <Answers
          answers={revealed?.answers ?? view.answers}
          regions={view.regions}
          place={view.place}
          today={today}
          onCall={revealed ? dial : undefined}
        />
        {revealed?.pictures.map(({ picture, address }) => (
          <PictureView
            key={picture}
            source={address}
            label={words.register.health.pictures}
            missing={staffWords.case.pictureNotShown}
          />
        ))}
        {!revealed && <View className="soft case__masked">{said.masked}</View>}
      </View>
      <View className="card">
        <View className="title case__title">{handlingWords.timeline}</View>
        <Timeline entries={view.timeline} reader="staff" today={today} />
      </View>
      <HoldLink id={view.id} text={staffWords.keeping.hold.beginCase} />
      <Sheets view={view} desk={desk} />
    </>
  )
}

const eventName = (event: StaffEvent): string => said.event[event]

const openCase = (id: string) => openPage(caseRoute({ kind: 'returnee', id }))

// Rejects when the person changes their mind, which is no fault.
const dial = (phone: string) => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
