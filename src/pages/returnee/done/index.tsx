import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { OutcomeDays } from '@/components/OutcomeDays'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { whatNow } from '@/components/whatNow'
import { WhatNowCard } from '@/components/WhatNowCard'
import { PeopleOfPlace } from '@/pages/places/PeopleOfPlace'
import { WaitingSubmissions } from '@/pages/waiting/WaitingSubmissions'
import { asked } from '@/services/queries'
import { useWaiting, waitingOf } from '@/services/submissions'
import { words } from '@/words'
import './index.scss'

const said = words.register.done

/** `?id=` of the registration that was sent, `&for=telephone` when staff sent it for a caller. */
export default function Done() {
  const { id = '', for: purpose } = useRouter().params
  const sent = waitingOf('register', useWaiting()).find(({ input }) => input.submission === id)
  if (sent) return <OnThePhone place={sent.input.answers.household.place} isRefused={sent.refused !== null} />
  return purpose === 'telephone' ? <ForCaller id={id} /> : <ForOneself id={id} />
}

/** It has not arrived: as soon as it has, what to do stands here. */
function OnThePhone({ place, isRefused }: { place: string; isRefused: boolean }) {
  const { title, whatToDo } = words.waiting.kept.register
  return (
    <Page>
      {isRefused ? (
        <WaitingSubmissions today={dayOf(new Date())} />
      ) : (
        <Notice tone="warning" title={title}>
          {whatToDo}
        </Notice>
      )}
      <PeopleOfPlace place={place} isOwn />
      <View className="where-to">
        <ToHome />
      </View>
    </Page>
  )
}

const ToHome = () => (
  <BigButton onClick={() => void Taro.reLaunch({ url: '/pages/home/index' })}>{words.app.home}</BigButton>
)

function ForOneself({ id }: { id: string }) {
  const shown = useQuery(asked('returnee', 'show', { case: id }))
  return (
    <Page>
      <Notice tone="good" title={said.title} />
      <StateView query={shown}>
        {(registration) => (
          <>
            <WhatNowCard {...whatNow(registration, new Date())} contact={registration.contact} />
            <OutcomeDays registration={registration} today={dayOf(new Date())} />
          </>
        )}
      </StateView>
      <WhereTo showUrl={`/pages/mine/record/index?id=${id}`} />
    </Page>
  )
}

/** The caller has no account: what they should do, and whom they can call, is read out to them. */
function ForCaller({ id }: { id: string }) {
  const shown = useQuery(asked('returnee', 'review', { case: id }))
  return (
    <Page>
      <Notice tone="calm" title={said.telephone} />
      <StateView query={shown}>
        {({ contact, ...registration }) => (
          <>
            <WhatNowCard {...whatNow({ ...registration, contact }, new Date())} contact={null} />
            {contact && <View className="card">{said.number(contact.name, contact.phone)}</View>}
            <OutcomeDays registration={registration} today={dayOf(new Date())} />
          </>
        )}
      </StateView>
      <WhereTo showUrl={`/staff/case/index?id=${id}`} />
    </Page>
  )
}

function WhereTo({ showUrl }: { showUrl: string }) {
  return (
    <View className="beside where-to">
      <BigButton onClick={() => void Taro.redirectTo({ url: showUrl })}>{said.show}</BigButton>
      <ToHome />
    </View>
  )
}
