import { useState } from 'react'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { householdsActions, type Household } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextInput } from '@/components/TextInput'
import type { CallError } from '@/services/api'
import { callErrorOf, useSend } from '@/services/queries'
import { householdWords } from '@/words/household'

const said = householdWords.join

/** Eight digits, however they are grouped. */
const MOST = 12

interface JoinSheetProps {
  open: boolean
  onClose: () => void
  onJoined: (household: Household) => void
}

/** Joins the household of somebody in the family by the code that they have been given. */
export function JoinSheet({ open, onClose, onJoined }: JoinSheetProps) {
  const [code, setCode] = useState('')
  const [isIncomplete, setIncomplete] = useState(false)
  const joining = useSend('households', 'join')
  const refusal = joining.error && callErrorOf(joining.error)
  const fault = isIncomplete ? 'codeUnknown' : refusal?.fields?.code
  const type = (typed: string) => {
    setCode(typed)
    setIncomplete(false)
    joining.reset()
  }
  const send = () => {
    const isWhole = v.safeParse(householdsActions.join.input, { code }).success
    setIncomplete(!isWhole)
    if (!isWhole) return
    const arrived = (household: Household) => {
      onClose()
      onJoined(household)
      void Taro.showToast({ title: said.done, icon: 'none' })
    }
    joining.mutate({ code }, { onSuccess: arrived })
  }
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        {!fault && <Refused error={refusal} />}
        <Field label={said.label} hint={said.hint} fault={fault}>
          <TextInput
            label={said.label}
            value={code}
            onChange={type}
            keyboard="phone"
            most={MOST}
            wrong={fault !== undefined}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={joining.isPending} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}

function Refused({ error }: { error: CallError | null }) {
  if (error?.code !== 'tooOften') return <FailureNotice error={error} />
  return (
    <Notice tone="warning" title={said.tooOften}>
      {said.tooOftenWhat}
    </Notice>
  )
}
