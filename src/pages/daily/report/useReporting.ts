import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { dayOf } from '@contract/calendar'
import type { FieldFault } from '@contract/faults'
import type { EnteredHow } from '@contract/households'
import type { CallError } from '@/services/api'
import { sendReport } from '@/services/reports'
import { newSubmission } from '@/services/submission'
import { askToNotify } from '@/services/subscriptions'
import type { Reporting } from '../reporting'
import { faultsByPerson, type CheckedDailyForm, type DailyForm } from './answers'

interface Following {
  /** It has arrived, or goes on by itself. */
  onGone: () => void
  /** What is wrong with each person's answers. */
  onRefused: (faults: readonly (FieldFault | undefined)[]) => void
}

/** Shows what will be sent, and sends it. Whatever becomes of the signal, what was confirmed is not asked again. */
export function useReporting(
  { id, people }: Reporting,
  how: EnteredHow,
  { getValues, setError }: UseFormReturn<DailyForm, unknown, CheckedDailyForm>,
  { onGone, onRefused }: Following,
) {
  const [isChecking, setChecking] = useState(false)
  const [isSending, setSending] = useState(false)
  const [isNotKept, setNotKept] = useState(false)
  const [refused, setRefused] = useState<CallError | null>(null)

  const confirm = async () => {
    // Staff report for somebody whose WeChat is not at hand.
    if (how === 'self') askToNotify(['caseProgress', 'dailyReminder'])
    setSending(true)
    const sending = await sendReport({
      submission: newSubmission(),
      household: id,
      on: dayOf(new Date()),
      how,
      people: getValues('people'),
    })
    setSending(false)
    if (sending.state === 'refused') {
      const { fields = {} } = sending.error
      for (const [path, fault] of Object.entries(fields)) {
        setError(path as FieldPath<DailyForm>, { message: fault })
      }
      setChecking(false)
      setRefused(sending.error)
      onRefused(faultsByPerson(fields, people.length))
    } else if (sending.state === 'waiting' && !sending.isKept) setNotKept(true)
    else {
      onGone()
      void Taro.redirectTo({ url: `/pages/daily/done/index?household=${id}&how=${how}` })
    }
  }

  return {
    isChecking,
    isSending,
    isNotKept,
    refused,
    check: () => {
      setRefused(null)
      setChecking(true)
    },
    confirm: () => void confirm(),
    close: () => setChecking(false),
  }
}
