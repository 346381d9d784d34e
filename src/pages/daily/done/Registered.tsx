import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { OutcomeDays } from '@/components/OutcomeDays'
import { StateView } from '@/components/StateView'
import { whatNow } from '@/components/whatNow'
import { WhatNowCard } from '@/components/WhatNowCard'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { selfReportWords } from '@/words/selfReport'

const said = selfReportWords.after

interface RegisteredProps {
  /** The case of the registration that the report has made. */
  id: string
  names: string
  isStaff: boolean
}

/** Where somebody has been was registered with what is known: what the rules expect of them now, and the way to it. */
export function Registered({ id, names, isStaff }: RegisteredProps) {
  const url = isStaff ? `/staff/case/index?id=${id}` : `/pages/mine/record/index?id=${id}`
  return (
    <View className="done__registered">
      <Notice tone="calm" title={said.registered(names)} />
      {!isStaff && <Expected id={id} />}
      <BigButton onClick={() => void Taro.navigateTo({ url })}>{said.openRegistration}</BigButton>
    </View>
  )
}

function Expected({ id }: { id: string }) {
  const shown = useQuery(asked('returnee', 'show', { case: id }))
  return (
    <StateView query={shown}>
      {(registration) => (
        <>
          <WhatNowCard {...whatNow(registration, new Date())} contact={registration.contact} />
          <OutcomeDays registration={registration} today={dayOf(new Date())} />
        </>
      )}
    </StateView>
  )
}

/** Where somebody has been asks for no registration: said, or they would wonder; the place can be looked up. */
export function NothingRegistered() {
  const look = () => void Taro.navigateTo({ url: '/pages/account/risk/index' })
  return (
    <View className="done__registered">
      <Notice tone="calm" title={said.notRegistered}>
        {said.notRegisteredWhat}
      </Notice>
      <BigButton onClick={look}>{words.home.riskSearch}</BigButton>
    </View>
  )
}
