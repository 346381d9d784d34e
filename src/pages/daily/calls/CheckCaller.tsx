import { useState } from 'react'
import { View } from '@tarojs/components'
import * as v from 'valibot'
import type { Day } from '@contract/calendar'
import type { CheckedCaller } from '@contract/calls'
import { faultsOf, type FieldFault } from '@contract/faults'
import * as field from '@contract/fields'
import type { Household } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { CallButton } from '@/components/CallButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { TextInput } from '@/components/TextInput'
import type { CallError } from '@/services/api'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { callsWords } from '@/words/household'

const said = callsWords.check

/** The national line against fraud by telephone, https://www.mps.gov.cn. */
const FRAUD_LINE = '96110'

const faultIn = (typed: string): FieldFault | undefined => {
  const { success, issues } = v.safeParse(field.phone, typed)
  return success ? undefined : faultsOf(issues)['']
}

/** Whether the number that calls belongs to somebody responsible here, and what to do if not. */
export function CheckCaller({ household, today }: { household: Household; today: Day }) {
  const [phone, setPhone] = useState('')
  const [fault, setFault] = useState<FieldFault>()
  const checking = useSend('calls', 'check')
  const type = (typed: string) => {
    setPhone(typed)
    setFault(undefined)
    checking.reset()
  }
  const check = () => {
    const wrong = faultIn(phone)
    setFault(wrong)
    if (!wrong) checking.mutate({ household: household.id, phone })
  }
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <Field label={said.label} hint={said.hint} fault={fault}>
        <TextInput
          label={said.label}
          value={phone}
          onChange={type}
          keyboard="phone"
          most={20}
          wrong={fault !== undefined}
        />
      </Field>
      {fault && fault !== 'required' && <Notice tone="warning" title={said.noTelephone} />}
      <Refused error={checking.error && callErrorOf(checking.error)} />
      {checking.data && <Answer {...checking.data} household={household} today={today} />}
      <BigButton tone="primary" busy={checking.isPending} onClick={check}>
        {said.button}
      </BigButton>
    </View>
  )
}

function Refused({ error }: { error: CallError | null }) {
  if (error?.code !== 'tooOften') return <FailureNotice error={error} />
  return (
    <Notice tone="warning" title={said.tooOften.title}>
      {said.tooOften.whatToDo}
    </Notice>
  )
}

interface AnswerProps extends CheckedCaller {
  household: Household
  today: Day
}

function Answer({ caller, calledAt, household: { contact }, today }: AnswerProps) {
  if (caller) {
    return (
      <Notice tone="good" title={said.real(words.registration.role[caller.role], caller.name)}>
        <View>{said.responsible(caller.place.names.slice(-2).join(' '))}</View>
        <View>{calledAt ? said.calledAt(words.dates.instant(calledAt, today)) : said.notCalled}</View>
        <View>{said.noMoney}</View>
      </Notice>
    )
  }
  return (
    <>
      <Notice tone="danger" title={said.unknown}>
        <View>{said.notHere}</View>
        <View>{said.never}</View>
        <View>{said.callBack}</View>
      </Notice>
      {contact && (
        <View className="calls__call">
          <CallButton name={contact.name} phone={contact.phone} />
        </View>
      )}
      <View className="calls__call">
        <CallButton name={said.fraudLine} phone={FRAUD_LINE} />
      </View>
    </>
  )
}
