import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { LookAlertForReview } from '@contract/looks'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { ReasonSheet } from '@/components/ReasonSheet'
import { StateView } from '@/components/StateView'
import { Tag } from '@/components/Tag'
import { LookCard } from '@/components/staff/LookCard'
import { asked, callErrorOf, useFreshWhenShown, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { dueOf } from '../../due'
import { AlertStory } from './AlertStory'

const said = staffWords.looks.alert

/** `?id=` of an alert: who looked at how many, and what it was for. */
export default function AlertPage() {
  const { id = '' } = useRouter().params
  const [isSettling, setSettling] = useState(false)
  const shown = useQuery(asked('looks', 'alert', { case: id }))
  useFreshWhenShown(shown)
  const maySettle = shown.data?.events.includes('settle') ?? false
  return (
    <Page
      footer={
        maySettle && (
          <BigButton tone="primary" onClick={() => setSettling(true)}>
            {said.settle}
          </BigButton>
        )
      }
    >
      <StateView query={shown}>
        {(alert) => (
          <>
            <Shown alert={alert} />
            <Settling alert={alert} open={isSettling} onClose={() => setSettling(false)} />
          </>
        )}
      </StateView>
    </Page>
  )
}

function Shown({ alert }: { alert: LookAlertForReview }) {
  const now = new Date()
  const today = dayOf(now)
  const { name, role, place, status, todo, looks, events, timeline } = alert
  const isOpen = status === 'open'
  return (
    <>
      <View className="card">
        <View className="title">{said.title(name)}</View>
        <View className="soft">
          {staffWords.looks.list.who(words.registration.role[role], name, place.names.slice(-2).join(' '))}
        </View>
        <Tag tone={isOpen ? 'warning' : 'good'} text={said.status[status]} />
        {todo && <View className="soft">{dueOf(todo, now).text}</View>}
        {isOpen && <View>{events.length > 0 ? said.explain : said.notForYou}</View>}
      </View>
      <AlertStory timeline={timeline} today={today} />
      <Text className="title">{said.looks}</Text>
      {looks.length === 0 && <View className="soft">{said.none}</View>}
      {looks.map((look) => (
        <LookCard key={look.id} look={look} today={today} />
      ))}
    </>
  )
}

interface SettlingProps {
  alert: LookAlertForReview
  open: boolean
  onClose: () => void
}

function Settling({ alert: { id, version }, open, onClose }: SettlingProps) {
  const { submission, renew } = useSubmission()
  const settle = useSend('looks', 'settle')
  const send = (result: string) => {
    const arrived = () => {
      renew()
      onClose()
      void Taro.showToast({ title: said.done, icon: 'success' })
    }
    settle.mutate({ case: id, submission, version, words: result }, { onSuccess: arrived })
  }
  return (
    <ReasonSheet
      title={said.settle}
      explain={said.settleExplain}
      label={said.result}
      presets={said.presets}
      confirm={said.confirm}
      open={open}
      busy={settle.isPending}
      error={settle.error && callErrorOf(settle.error)}
      onSend={send}
      onClose={onClose}
    />
  )
}
