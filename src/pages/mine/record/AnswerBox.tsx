import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { limits, type OwnRegistration } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { TextArea } from '@/components/TextArea'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { askToNotify } from '@/services/subscriptions'
import { words } from '@/words'
import './AnswerBox.scss'

const said = words.records.answer
/** Answers the community's question right where it stands. */
export function AnswerBox({ registration: { id, version } }: { registration: OwnRegistration }) {
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const { submission, renew } = useSubmission()
  const answer = useSend('returnee', 'answer')
  const send = () => {
    const spoken = text.trim()
    setMissing(spoken === '')
    if (spoken === '') return
    askToNotify(['caseProgress'])
    const arrived = () => {
      renew()
      setText('')
      void Taro.showToast({ title: said.sent, icon: 'success' })
    }
    answer.mutate({ case: id, submission, version, words: spoken }, { onSuccess: arrived })
  }
  return (
    <View className="card">
      <FailureNotice error={answer.error && callErrorOf(answer.error)} kept={said.kept} />
      <Field label={said.label} fault={missing ? 'required' : undefined}>
        <TextArea
          label={said.label}
          value={text}
          onChange={setText}
          placeholder={said.placeholder}
          most={limits.words}
          wrong={missing}
        />
      </Field>
      <BigButton tone="primary" busy={answer.isPending} onClick={send}>
        {said.send}
      </BigButton>
      <View className="soft answer-box__or">{said.or}</View>
    </View>
  )
}
