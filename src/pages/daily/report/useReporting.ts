import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { dayOf } from '@contract/calendar'
import { onlyOffends, type FieldFault } from '@contract/faults'
import type { EnteredHow } from '@contract/households'
import type { CallError } from '@/services/api'
import { newSubmission } from '@/services/submission'
import { submit } from '@/services/submissions'
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
  { id, people, isReminded }: Reporting,
  how: EnteredHow,
  { getValues, setError, setValue, clearErrors }: UseFormReturn<DailyForm, unknown, CheckedDailyForm>,
  { onGone, onRefused }: Following,
) {
  const [isChecking, setChecking] = useState(false)
  const [isSending, setSending] = useState(false)
  // The button may be tapped again before it is drawn as busy.
  const isUnderway = useRef(false)
  const [isNotKept, setNotKept] = useState(false)
  const [refused, setRefused] = useState<CallError | null>(null)

  const confirm = async () => {
    if (isUnderway.current) return
    isUnderway.current = true
    // Staff report for somebody whose WeChat is not at hand.
    if (how === 'self') askToNotify(isReminded ? ['caseProgress', 'dailyReminder'] : ['caseProgress'])
    setSending(true)
    const sending = await submit('report', {
      submission: newSubmission(),
      household: id,
      on: dayOf(new Date()),
      how,
      people: getValues('people'),
    })
    isUnderway.current = false
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

  /** Nobody who is unwell waits for a better wording. */
  const leaveOut = () => {
    for (const path of Object.keys(refused?.fields ?? {})) setValue(path as FieldPath<DailyForm>, '')
    clearErrors()
    setRefused(null)
    void confirm()
  }

  return {
    isChecking,
    isSending,
    isNotKept,
    refused,
    /** Sends the rest, where WeChat does not take something that was written; undefined otherwise. */
    leaveOut: onlyOffends(refused?.fields) ? leaveOut : undefined,
    check: () => {
      setRefused(null)
      setChecking(true)
    },
    confirm: () => void confirm(),
    close: () => setChecking(false),
  }
}
