import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { OwnRegistration } from '@contract/returnee'
import { OutcomeDays } from '@/components/OutcomeDays'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { Timeline } from '@/components/Timeline'
import { whatNow } from '@/components/whatNow'
import { WhatNowCard } from '@/components/WhatNowCard'
import { PeopleOfPlace } from '@/pages/places/PeopleOfPlace'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { AnswerBox } from './AnswerBox'
import { AmendmentOnItsWay } from './AmendmentOnItsWay'
import { AppealCard } from './AppealCard'
import { ChangeCard } from './ChangeCard'
import { LooksCard } from './LooksCard'
import { MessagesCard } from './MessagesCard'
import { RecordActions } from './RecordActions'
import { RecordAnswers } from './RecordAnswers'

/** `?id=` of one of one's own registrations. */
export default function Record() {
  const { id = '' } = useRouter().params
  const shown = useQuery(asked('returnee', 'show', { case: id }))
  useFreshWhenShown(shown)
  return (
    <Page>
      <StateView query={shown}>{(registration) => <Shown registration={registration} />}</StateView>
    </Page>
  )
}

function Shown({ registration }: { registration: OwnRegistration }) {
  const now = new Date()
  const today = dayOf(now)
  return (
    <>
      <WhatNowCard {...whatNow(registration, now)} contact={registration.contact} />
      {/* What comes and goes, in elements of its own: Taro hands over all that stands beside what goes. */}
      <View>
        <AmendmentOnItsWay id={registration.id} />
        <ChangeCard registration={registration} today={today} />
        {registration.events.includes('answer') && <AnswerBox registration={registration} />}
      </View>
      <OutcomeDays registration={registration} today={today} />
      <View>
        {registration.events.includes('appeal') && <AppealCard registration={registration} today={today} />}
      </View>
      <RecordAnswers registration={registration} today={today} />
      <PeopleOfPlace place={registration.place.id} isOwn besides={registration.contact} />
      <View className="card">
        <View className="title">{words.records.timeline}</View>
        <Timeline entries={registration.timeline} reader="owner" today={today} />
      </View>
      <MessagesCard registration={registration} today={today} />
      <LooksCard timeline={registration.timeline} today={today} />
      <RecordActions registration={registration} />
    </>
  )
}
