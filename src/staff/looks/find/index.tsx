import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { dayOf } from '@contract/calendar'
import { faultsOf, type FieldFault } from '@contract/faults'
import type { FoundCase } from '@contract/looks'
import { soughtNumber } from '@contract/soughtNumber'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { ReasonSheet } from '@/components/ReasonSheet'
import { TextInput } from '@/components/TextInput'
import { InboxLine } from '@/components/staff/InboxLine'
import { staffWords } from '@/words/staff'
import { caseRoute } from '../../caseRoute'
import { dueOf } from '../../due'
import { labelOf, textOf } from '../../inbox/lineOf'
import { useSearch } from './useSearch'

const said = staffWords.looks.find

/** As many characters as the contract takes. */
const MOST = 40

const faultIn = (typed: string): FieldFault | undefined => {
  const { success, issues } = v.safeParse(soughtNumber, typed)
  return success ? undefined : faultsOf(issues)['']
}

/** Finds people at my places by a whole number, for a reason that they can read. */
export default function FindPage() {
  const [number, setNumber] = useState('')
  const [fault, setFault] = useState<FieldFault>()
  const [isAsking, setAsking] = useState(false)
  const { search, found, busy, error, forget } = useSearch()
  const type = (typed: string) => {
    setNumber(typed)
    setFault(undefined)
    if (found) forget()
  }
  const ask = () => {
    const wrong = faultIn(number)
    setFault(wrong)
    if (!wrong) forget()
    setAsking(!wrong)
  }
  return (
    <Page>
      <View className="card">
        <Field label={said.number} hint={said.explain} fault={fault}>
          <TextInput
            label={said.number}
            value={number}
            onChange={type}
            placeholder={said.placeholder}
            keyboard="identityNumber"
            most={MOST}
            wrong={fault !== undefined}
          />
        </Field>
        <BigButton tone="primary" onClick={ask}>
          {said.button}
        </BigButton>
      </View>
      {found && <Results found={found} />}
      <ReasonSheet
        title={said.button}
        label={said.reason}
        presets={staffWords.looks.reasons}
        confirm={said.send}
        open={isAsking}
        busy={busy}
        error={error}
        onSend={(reason) => search({ number, words: reason }, () => setAsking(false))}
        onClose={() => setAsking(false)}
      />
    </Page>
  )
}

function Results({ found }: { found: readonly FoundCase[] }) {
  const now = new Date()
  const today = dayOf(now)
  if (found.length === 0) {
    return (
      <Notice tone="calm" title={said.nobody}>
        {said.nobodyHint}
      </Notice>
    )
  }
  return (
    <>
      <Notice tone="good" title={said.found(found.length)} />
      {found.map((one) => (
        <InboxLine
          key={one.id}
          label={labelOf(one)}
          display={one.display}
          kind={one.kind}
          status={one.status}
          place={one.place.names.slice(-2).join(' ')}
          {...textOf(one, today)}
          due={one.todo && dueOf(one.todo, now)}
          assignee={one.todo?.assignee?.name ?? null}
          onOpen={() => void Taro.navigateTo({ url: caseRoute(one) })}
        />
      ))}
    </>
  )
}
