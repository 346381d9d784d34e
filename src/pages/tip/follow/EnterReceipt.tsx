import { useState } from 'react'
import { View } from '@tarojs/components'
import * as v from 'valibot'
import { faultsOf, type FieldFault } from '@contract/faults'
import { inFours, receipt, RECEIPT_DIGITS, receiptDigits } from '@contract/receipts'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { TextInput } from '@/components/TextInput'
import type { CallError } from '@/services/api'
import { canScan, scanCode } from '@/services/scanning'
import { tipFollowWords } from '@/words/tip'
import { Refused } from '../Refused'

const said = tipFollowWords.enter

/** A wrong code is told the same way, whatever is wrong with it. */
const refusals = { notFound: said.notFound, tooOften: said.tooOften }

/** Sixteen digits with a blank between each four, and one that was pasted behind them. */
const MOST = 24

interface EnterReceiptProps {
  /** What was entered before. */
  first: string
  error: CallError | null
  isAsking: boolean
  onOpen: (digits: string) => void
}

/** Groups of four, as they are typed. */
const grouped = (typed: string): string => inFours(receiptDigits(typed).slice(0, RECEIPT_DIGITS))

const faultIn = (typed: string): FieldFault | undefined => {
  const { success, issues } = v.safeParse(receipt, typed)
  return success ? undefined : faultsOf(issues)['']
}

/** Asks for the sixteen digits: typed, or scanned from where they were kept. */
export function EnterReceipt({ first, error, isAsking, onOpen }: EnterReceiptProps) {
  const [typed, setTyped] = useState(inFours(first))
  const [fault, setFault] = useState<FieldFault>()
  const [couldScan, setCouldScan] = useState(true)
  const type = (text: string) => {
    setTyped(grouped(text))
    setFault(undefined)
  }
  const open = (text: string) => {
    const wrong = faultIn(text)
    setFault(wrong)
    if (!wrong) onOpen(receiptDigits(text))
  }
  const scan = async () => {
    const scanned = await scanCode()
    setCouldScan(scanned !== 'failed')
    if (typeof scanned === 'string') return
    type(scanned.text)
    open(scanned.text)
  }
  return (
    <Page
      footer={
        <BigButton tone="primary" busy={isAsking} onClick={() => open(typed)}>
          {said.open}
        </BigButton>
      }
    >
      <View className="card">
        {!isAsking && <Refused error={error} sentences={refusals} />}
        <Field label={said.label} hint={said.hint} fault={fault}>
          <TextInput
            label={said.label}
            value={typed}
            onChange={type}
            keyboard="phone"
            placeholder={said.placeholder}
            most={MOST}
            wrong={fault !== undefined}
          />
        </Field>
        {canScan && <BigButton onClick={() => void scan()}>{said.scan}</BigButton>}
        {!couldScan && <Notice tone="warning" title={said.notScanned} />}
      </View>
      <View className="soft">{said.explain}</View>
    </Page>
  )
}
