import { useState } from 'react'
import { View } from '@tarojs/components'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'
import { words } from '@/words'
import { codeIn } from './code'

const said = words.joining

/** A whole message may be pasted. */
const MOST = 200

/** Asks for the code of an invitation that came in writing. */
export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const look = () => {
    const code = codeIn(typed)
    if (code) onCode(code)
    else setWrong(true)
  }
  return (
    <>
      <View className="card">
        <Field
          label={said.enterCode}
          hint={said.enterHint}
          fault={isWrong ? (typed.trim() ? 'invitationUnknown' : 'required') : undefined}
        >
          <TextInput label={said.enterCode} value={typed} onChange={setTyped} most={MOST} wrong={isWrong} />
        </Field>
      </View>
      <BigButton tone="primary" onClick={look}>
        {said.look}
      </BigButton>
    </>
  )
}
