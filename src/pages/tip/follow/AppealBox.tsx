import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { tipLimits } from '@contract/letterbox'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { TextArea } from '@/components/TextArea'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { tipFollowWords } from '@/words/tip'
import { Refused } from '../Refused'
import { useLetter } from './useLetter'

const said = tipFollowWords.appeal

/** Against what two officers have said. Why they said it stands in the timeline. */
export function AppealBox({ receipt }: { receipt: string }) {
  const begun = useLetter(receipt, 'appeal')
  const [text, setText] = useState(begun.words)
  const [missing, setMissing] = useState(false)
  const appealing = useSend('letterbox', 'appeal')
  const error = appealing.error && callErrorOf(appealing.error)
  const fault = missing ? 'required' : error?.fields?.words
  const send = () => {
    setMissing(text.trim() === '')
    if (text.trim() === '' || !begun.letter) return
    const arrived = () => {
      begun.arrived()
      void Taro.showToast({ title: said.sent, icon: 'success' })
    }
    appealing.mutate({ receipt, letter: begun.letter, words: text }, { onSuccess: arrived })
  }
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <Refused error={error} sentences={{ tooOften: tipFollowWords.add.tooOften }} kept={words.app.kept} />
      <Field label={said.label} hint={said.explain} fault={fault}>
        <TextArea
          label={said.label}
          value={text}
          onChange={(typed) => {
            setText(typed)
            setMissing(false)
            begun.keep(typed, [])
          }}
          most={tipLimits.words}
          wrong={fault !== undefined}
        />
      </Field>
      <BigButton tone="primary" busy={appealing.isPending} onClick={send}>
        {said.send}
      </BigButton>
    </View>
  )
}
