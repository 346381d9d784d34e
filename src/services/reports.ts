import { useSyncExternalStore } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import type { HouseholdReportDraft, Reported } from '@contract/selfReport'
import { api } from './api'
import { watchSignal } from './cloud'
import { queryClient } from './queries'
import { openReportQueue, type Sending, type WaitingReport } from './reportQueue'
import { readStored, removeStored, writeStored } from './storage'

export type { WaitingReport } from './reportQueue'

const QUEUE = 'reports/waiting'

const queue = openReportQueue({
  // Written by this queue alone, and only under this name.
  read: () => (readStored(QUEUE) as WaitingReport[] | undefined) ?? [],
  write: (waiting) => (waiting.length > 0 ? writeStored(QUEUE, waiting) : forget(QUEUE)),
  send: api.selfReport.report,
  onArrived: ({ household, on, people }, answer) => {
    const wasAway = people.some(({ been }) => been.length > 0)
    writeStored(answerKey(household), { on, answer, wasAway } satisfies KeptAnswer)
    void queryClient.invalidateQueries()
  },
})

const forget = (name: string): true => {
  removeStored(name)
  return true
}

interface KeptAnswer {
  on: Day
  answer: Reported
  /** Whether the report named a place where somebody has been. */
  wasAway: boolean
}

const answerKey = (household: string): string => `reports/answer/${household}`

/** What the latest report of a household was answered, as long as it is of this day. */
export const answerOn = (household: string, today: Day): KeptAnswer | undefined => {
  const kept = readStored(answerKey(household)) as KeptAnswer | undefined
  return kept?.on === today ? kept : undefined
}

/** After so long without an answer nobody stands and waits: it goes on by itself. */
const PATIENCE_MS = 8_000

/** Sends a report, now or as soon as there is a signal; it is on the phone before this returns. */
export const sendReport = (report: HouseholdReportDraft): Promise<Sending> =>
  queue.submit(
    report,
    new Date().toISOString(),
    new Promise((resolve) => {
      setTimeout(resolve, PATIENCE_MS)
    }),
  )

/** Sends what waits on this phone, if anything does. */
export const sendWaiting = (): void => void queue.sendAll()

/** Sends what waits whenever the signal comes back. */
export const sendWaitingOnSignal = (): void => watchSignal(sendWaiting)

export const removeWaiting = (submission: string): void => queue.remove(submission)

/** Nothing that was said of this household stays on the phone. */
export const forgetReports = (household: string): void => {
  for (const { report } of queue.list()) {
    if (report.household === household) queue.remove(report.submission)
  }
  removeStored(answerKey(household))
}

/** The reports of this phone that have not arrived, in the order in which they were made. Tries again when the page is shown. */
export const useWaitingReports = (): readonly WaitingReport[] => {
  useDidShow(sendWaiting)
  return useSyncExternalStore(queue.subscribe, queue.list)
}
