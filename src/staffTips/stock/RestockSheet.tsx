import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { faultsOf, type Faults } from '@contract/faults'
import { rewardsActions, STOCK_MOST, type Stock } from '@contract/rewards'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextInput } from '@/components/TextInput'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { tipDeskWords as said } from '@/words/tipDesk'

/** Characters: what the contract takes. */
const most = { pieces: String(STOCK_MOST).length, words: 60 } as const

type Change = keyof typeof said.change

const signs: Record<Change, 1 | -1> = { more: 1, fewer: -1 }
const changes = Object.keys(signs) as Change[]

/** A whole number of pieces, 0 while there is none. */
const countIn = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : 0)

interface RestockSheetProps {
  stock: Stock
  onClose: () => void
}

/** More has arrived, or something is missing: how many, and why. */
export function RestockSheet({ stock, onClose }: RestockSheetProps) {
  const form = useRestocking(stock.place.id, onClose)
  const { change, pieces, why, faults, error } = form
  const left = stock.pieces + signs[change] * countIn(pieces)
  return (
    <Sheet title={said.restock} open onClose={onClose}>
      <SheetBody>
        {!error?.fields && <FailureNotice error={error} />}
        <Field label={said.what} hint={said.change[change].hint}>
          <Choices
            label={said.what}
            choices={changes.map((value) => ({ value, text: said.change[value].name }))}
            chosen={[change]}
            onToggle={(value) => form.set({ change: value, why: '' })}
          />
        </Field>
        <Field label={said.pieces} fault={left < 0 ? undefined : faults.pieces}>
          <TextInput
            label={said.pieces}
            value={pieces}
            onChange={(typed) => form.set({ pieces: typed })}
            keyboard="phone"
            most={most.pieces}
            wrong={left < 0 || faults.pieces !== undefined}
          />
          {countIn(pieces) > 0 && left >= 0 && <View className="soft">{said.after(left)}</View>}
          {left < 0 && (
            <View className="stock__fault" role="alert">
              {said.tooMany(stock.pieces)}
            </View>
          )}
        </Field>
        <Field label={said.why} fault={faults.words}>
          <View className="stock__presets">
            <Choices
              label={said.why}
              choices={said.change[change].presets.map((preset) => ({ value: preset, text: preset }))}
              chosen={[why]}
              onToggle={(preset) => form.set({ why: preset })}
            />
          </View>
          <TextInput
            label={said.ownWhy}
            value={why}
            onChange={(typed) => form.set({ why: typed })}
            placeholder={said.ownWhy}
            most={most.words}
            wrong={faults.words !== undefined}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={form.busy} onClick={form.send}>
        {said.save}
      </BigButton>
    </Sheet>
  )
}

interface Restocking {
  change: Change
  pieces: string
  why: string
}

function useRestocking(place: string, onDone: () => void) {
  const [typed, setTyped] = useState<Restocking>({ change: 'more', pieces: '', why: '' })
  const [isRefused, setRefused] = useState(false)
  const { submission } = useSubmission()
  const sending = useSend('rewards', 'restock')
  const { change, pieces, why } = typed
  const checked = v.safeParse(rewardsActions.restock.input, {
    ...{ place, submission, words: why },
    pieces: signs[change] * countIn(pieces),
  })
  const send = () => {
    setRefused(!checked.success)
    if (!checked.success) return
    sending.mutate(checked.output, {
      onSuccess: () => {
        void Taro.showToast({ title: said.saved, icon: 'success' })
        onDone()
      },
    })
  }
  const error = sending.error && callErrorOf(sending.error)
  const missing: Faults = isRefused && !checked.success ? faultsOf(checked.issues) : {}
  return {
    ...typed,
    error,
    faults: { ...missing, ...error?.fields },
    set: (changed: Partial<Restocking>) => {
      setTyped((before) => ({ ...before, ...changed }))
      sending.reset()
    },
    send,
    busy: sending.isPending,
  }
}
