import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OwnRegistration } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { ReasonSheet } from '@/components/ReasonSheet'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import './RecordActions.scss'

const said = words.records

/** What the person may still do about their registration; the machine decides which. */
export function RecordActions({ registration: { id, version, events } }: { registration: OwnRegistration }) {
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { submission, renew } = useSubmission()
  const withdraw = useSend('returnee', 'withdraw')
  const send = (reason: string) => {
    const arrived = () => {
      renew()
      setWithdrawing(false)
      void Taro.showToast({ title: said.withdrawal.sent, icon: 'success' })
    }
    withdraw.mutate({ case: id, submission, version, words: reason }, { onSuccess: arrived })
  }
  const amend = () => void Taro.navigateTo({ url: `/pages/returnee/register/index?amend=${id}` })
  return (
    <View className="beside record-actions">
      {events.includes('amend') && <BigButton onClick={amend}>{said.amend}</BigButton>}
      {events.includes('withdraw') && (
        <BigButton tone="danger" onClick={() => setWithdrawing(true)}>
          {said.withdraw}
        </BigButton>
      )}
      <ReasonSheet
        key={submission}
        title={said.withdraw}
        explain={said.withdrawal.explain}
        label={said.withdrawal.label}
        presets={said.withdrawal.presets}
        confirm={said.withdrawal.confirm}
        tone="danger"
        open={isWithdrawing}
        busy={withdraw.isPending}
        error={withdraw.error && callErrorOf(withdraw.error)}
        onSend={send}
        onClose={() => setWithdrawing(false)}
      />
    </View>
  )
}
