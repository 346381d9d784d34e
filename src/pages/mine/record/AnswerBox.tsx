import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits, type OwnRegistration } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { TextArea } from '@/components/TextArea'
import { useKeptWords } from '@/services/keptWords'
import { words } from '@/words'
import { useSpoken } from './useSpoken'
import './AnswerBox.scss'

const said = words.records.answer

/** Answers the community's question right where it stands. */
export function AnswerBox({ registration }: { registration: OwnRegistration }) {
  const answer = useSpoken('answer', registration, said.sent)
  if (answer.isOnItsWay) return <Notice tone="warning" title={words.waiting.kept.answer} />
  return <Answer key={answer.submission} {...answer} />
}

function Answer({ isSending: busy, error, notTaken, send }: ReturnType<typeof useSpoken>) {
  const [text, setText] = useKeptWords('answer', { open: true, busy, error }, notTaken)
  const [missing, setMissing] = useState(false)
  const sendIfSaid = () => {
    const spoken = text.trim()
    setMissing(spoken === '')
    if (spoken !== '') send(spoken)
  }
  return (
    <View className="card">
      <FailureNotice error={error} kept={said.kept} />
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
      <BigButton tone="primary" busy={busy} onClick={sendIfSaid}>
        {said.send}
      </BigButton>
      <View className="soft answer-box__or">{said.or}</View>
    </View>
  )
}
