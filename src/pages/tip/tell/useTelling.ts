import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { Faults } from '@contract/faults'
import type { TipQuestions } from '@contract/letterbox'
import { saveDraft, useSaving } from '@/services/drafts'
import { usePictures } from '@/services/pictures'
import { callErrorOf, useSend } from '@/services/queries'
import { handOver } from '@/services/receiptInHand'
import { DRAFT, faultsIn, inputOf, type Beginning, type TipForm } from './form'

/** What is typed, kept by itself, and sent as the same letter however often. */
export function useTelling({ letter, values: first }: Beginning) {
  const [values, setValues] = useState(first)
  const [faults, setFaults] = useState<Faults>({})
  const attempts = useRef<readonly TipForm[]>([])
  const [isAsSent, setAsSent] = useState(false)
  // A picture may arrive after the page has gone: it must not bring back a draft that was dropped.
  const isOver = useRef(false)
  const save = () => saveDraft(DRAFT, { values, step: 0, submission: letter })
  const { soon, cancel } = useSaving(() => {
    if (!isOver.current) save()
  })
  const stop = () => {
    isOver.current = true
    cancel()
  }
  const change = (some: Partial<TipForm>) => {
    setValues((before) => ({ ...before, ...some }))
    setFaults((before) => without(before, Object.keys(some)))
    soon()
  }
  const pictures = usePictures(values.pictures, (ids) => change({ pictures: ids }), letter)
  const telling = useSend('letterbox', 'tell')
  const refuse = (found: Faults) => {
    setFaults(found)
    scrollToFault()
  }
  /** What was sent before this has arrived, and its answer has not: sent once more as it was, it brings the receipt. */
  const goBack = () => {
    attempts.current = attempts.current.filter((one) => one !== values)
    const arrived = attempts.current[attempts.current.length - 1]
    setAsSent(arrived !== undefined)
    if (!arrived) return
    setValues(arrived)
    soon()
  }
  const send = (questions: TipQuestions | undefined) => {
    const input = inputOf(letter, values)
    const kind = questions?.kinds.find(({ id }) => id === values.kind)
    const found = { ...(kind ? {} : notToldThere), ...faultsIn(input, dayOf(new Date())) }
    if (!questions || !kind || Object.keys(found).length > 0) {
      refuse(found)
      return
    }
    attempts.current = [...attempts.current.filter((one) => one !== values), values]
    telling.mutate(input, {
      onSuccess: (told) => {
        // The draft stays until the receipt has been shown: sent again, the same letter has the same one.
        stop()
        save()
        handOver({ ...told, kind: kind.name, reward: questions.reward })
        void Taro.redirectTo({ url: '/pages/tip/receipt/index' })
      },
      onError: (cause) => {
        const { code, fields = {} } = callErrorOf(cause)
        if (code === 'submissionTaken') goBack()
        refuse(fields)
      },
    })
  }
  return {
    values,
    change,
    pictures,
    send,
    /** Forgets what is not kept yet, and keeps nothing any more. */
    stop,
    isSending: telling.isPending,
    /** Whether what is shown is again what arrived. */
    isAsSent,
    error: telling.error && callErrorOf(telling.error),
    /** What is wrong with a field, or with what lies in it. */
    faultOf: (field: keyof TipForm) =>
      Object.entries(faults).find(([path]) => path === field || path.startsWith(`${field}.`))?.[1],
  }
}

export type Telling = ReturnType<typeof useTelling>

/** The place was changed after the kind had been chosen. */
const notToldThere: Faults = { kind: 'tipKind' }

const without = (faults: Faults, fields: readonly string[]): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([path]) => !fields.includes(path.split('.')[0] ?? '')))

/** The first field that is wrong, once it has been drawn as such. */
const scrollToFault = (): void =>
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: '.field--wrong', offsetTop: -64, duration: 200 }).catch(() => undefined)
  })
