import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Message, StateView } from '@/components/StateView'
import { useHouseholds } from '@/services/households'
import { asked } from '@/services/queries'
import { answerOn } from '@/services/reportAnswers'
import { useWaiting, waitingOf } from '@/services/submissions'
import { words } from '@/words'
import { selfReportWords } from '@/words/selfReport'
import { asFamily, asStaff, type Reporting } from '../reporting'
import { answered, whileWaiting, type Afterwards } from './afterwards'
import { NothingRegistered, Registered } from './Registered'
import { UnwellCard } from './UnwellCard'
import './index.scss'

const said = selfReportWords.after

/** `?household=` that was reported, `&how=door` or `telephone` where staff did. */
export default function Done() {
  const { household = '', how } = useRouter().params
  return how === 'door' || how === 'telephone' ? <ForHousehold id={household} /> : <ForOwn id={household} />
}

/** What stands here the phone knows by itself: that the household is one from before is no news. */
function ForOwn({ id }: { id: string }) {
  const mine = useHouseholds()
  return (
    <Page>
      <StateView query={mine.data ? { ...mine, error: null } : mine}>
        {(households) => {
          const household = households.find((one) => one.id === id)
          const again = `/pages/daily/report/index?household=${id}`
          return <What reporting={household && asFamily(household)} again={again} isStaff={false} />
        }}
      </StateView>
      <View className="done__on">
        <BigButton onClick={() => void Taro.reLaunch({ url: '/pages/home/index' })}>
          {words.app.home}
        </BigButton>
      </View>
    </Page>
  )
}

function ForHousehold({ id }: { id: string }) {
  const shown = useQuery(asked('households', 'review', { household: id }))
  const back = () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else void Taro.redirectTo({ url: `/staff/household/index?household=${id}` })
  }
  return (
    <Page>
      <StateView query={shown}>
        {(household) => (
          <What
            reporting={asStaff(household)}
            again={`/pages/daily/report/index?household=${id}&how=door`}
            isStaff
          />
        )}
      </StateView>
      <View className="done__on">
        <BigButton onClick={back}>{said.toHousehold}</BigButton>
      </View>
    </Page>
  )
}

interface WhatProps {
  reporting: Reporting | undefined
  /** Where the report is made. */
  again: string
  isStaff: boolean
}

/** What to do now: as the function has answered, or as the phone itself knows while there is no signal. */
function What({ reporting, again, isStaff }: WhatProps) {
  const [today] = useState(() => dayOf(new Date()))
  const waiting = waitingOf('report', useWaiting())
  const mine = waiting.filter(({ input, refused }) => input.household === reporting?.id && !refused)
  const latest = mine[mine.length - 1]
  const kept = reporting && answerOn(reporting.id, today)
  if (reporting && latest)
    return <Then after={whileWaiting(latest.input, reporting)} {...{ reporting, again, isStaff }} />
  if (reporting && kept)
    return (
      <Then
        after={answered(kept.answer, reporting)}
        wasAway={kept.wasAway}
        {...{ reporting, again, isStaff }}
      />
    )
  return <Nothing again={again} />
}

interface ThenProps extends WhatProps {
  after: Afterwards
  reporting: Reporting
  /** Whether they named a place where somebody has been. */
  wasAway?: boolean
}

function Then({ after, reporting, again, isStaff, wasAway = false }: ThenProps) {
  const { unwell, missing, registrations, isWaiting } = after
  const nameOf = (person: string): string => reporting.people.find(({ id }) => id === person)?.name ?? ''
  return (
    <>
      {isStaff && unwell.length > 0 && <View className="soft done__tell">{said.tellThem}</View>}
      {unwell.length > 0 && <UnwellCard {...after} />}
      {isWaiting && (
        <Notice tone="warning" title={said.waiting}>
          {said.waitingWhat}
        </Notice>
      )}
      {unwell.length === 0 && !isWaiting && (
        <Notice tone="good" title={isStaff ? said.staffWell : missing.length > 0 ? said.wellSome : said.well}>
          {!isStaff && missing.length === 0 ? said.tomorrow : null}
        </Notice>
      )}
      {missing.length > 0 && <Missing names={missing} again={again} />}
      {registrations.map(({ case: id, people }) => (
        <Registered key={id} id={id} isStaff={isStaff} names={people.map(nameOf).join(words.app.list)} />
      ))}
      {wasAway && registrations.length === 0 && <NothingRegistered />}
    </>
  )
}

function Missing({ names, again }: { names: readonly string[]; again: string }) {
  return (
    <View className="card">
      <View>{said.missing(names.join(words.app.list))}</View>
      <View className="done__on">
        <BigButton onClick={() => void Taro.redirectTo({ url: again })}>{said.reportMissing}</BigButton>
      </View>
    </View>
  )
}

function Nothing({ again }: { again: string }) {
  const { title, whatToDo, action } = said.none
  const go = () => void Taro.redirectTo({ url: again })
  return <Message title={title} whatToDo={whatToDo} action={<BigButton onClick={go}>{action}</BigButton>} />
}
