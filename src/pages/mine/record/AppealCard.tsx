import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import { appealableUntil, type OwnRegistration } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { ReasonSheet } from '@/components/ReasonSheet'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { askToNotify } from '@/services/subscriptions'
import { words } from '@/words'
import './AppealCard.scss'

const said = words.decisions.own

/** The person does not agree with what was decided: until when they can say so, and where. */
export function AppealCard({ registration, today }: { registration: OwnRegistration; today: Day }) {
  const { id, version, timeline } = registration
  const [isOpen, setOpen] = useState(false)
  const { submission, renew } = useSubmission()
  const appeal = useSend('returnee', 'appeal')
  const until = appealableUntil(timeline, ({ actor }) => actor === 'owner')
  const send = (reason: string) => {
    askToNotify(['caseProgress'])
    const arrived = () => {
      renew()
      setOpen(false)
      void Taro.showToast({ title: said.sent, icon: 'success' })
    }
    appeal.mutate({ case: id, submission, version, words: reason }, { onSuccess: arrived })
  }
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      {until && (
        <View className="soft appeal-card__until">{said.until(words.dates.dayInFull(until, today))}</View>
      )}
      <View className="appeal-card__begin">
        <BigButton onClick={() => setOpen(true)}>{said.begin}</BigButton>
      </View>
      <ReasonSheet
        key={submission}
        title={said.begin}
        explain={said.explain}
        label={said.label}
        presets={said.presets}
        confirm={said.send}
        open={isOpen}
        busy={appeal.isPending}
        error={appeal.error && callErrorOf(appeal.error)}
        onSend={send}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}
