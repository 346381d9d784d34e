import { useState } from 'react'
import Taro from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { CallReason, CallResult } from '@contract/calls'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { staffWords } from '@/words/staff'

/** Whom to call. */
interface Callee {
  household: string
  /** By default the first of the household who has a telephone. */
  person?: string
  reason: CallReason
}

/** What is open: calling somebody, or telling how a call went that has been made. */
type Open = Callee | { household: string; call: string }

/** Calls households, and tells how it went; `sheet` is what the sheet of a call is given. */
export function useCalling() {
  const [open, setOpen] = useState<Open | null>(null)
  const { submission, renew } = useSubmission()
  const begin = useSend('calls', 'begin')
  const end = useSend('calls', 'end')

  const ask = (callee: Callee, evenSo: boolean) => begin.mutate({ ...callee, submission, evenSo })
  const askAgain = (evenSo: boolean) => {
    if (open && 'reason' in open) ask(open, evenSo)
  }
  const close = () => {
    setOpen(null)
    renew()
    begin.reset()
    end.reset()
  }
  const answer = begin.data
  const made = open && 'call' in open ? open.call : answer && 'calling' in answer ? answer.calling.id : null
  const told = () => {
    close()
    void Taro.showToast({ title: staffWords.calling.told, icon: 'success' })
  }
  const tell = (result: CallResult, words: string) => {
    if (open && made) {
      end.mutate({ household: open.household, call: made, result, words }, { onSuccess: told })
    }
  }
  const error = end.error ?? begin.error
  return {
    call: (callee: Callee) => {
      setOpen(callee)
      ask(callee, false)
    },
    tellOf: (household: string, call: string) => setOpen({ household, call }),
    sheet: {
      open: open !== null,
      answer,
      isCalling: made !== null,
      busy: begin.isPending || end.isPending,
      error: error && callErrorOf(error),
      today: dayOf(new Date()),
      onAskAgain: () => askAgain(false),
      onEvenSo: () => askAgain(true),
      onTell: tell,
      onClose: close,
    },
  }
}

export type CallDesk = ReturnType<typeof useCalling>
