import type { Instant } from '@contract/cases'
import type { HouseholdReportDraft, Reported } from '@contract/selfReport'
import type { Answer, CallError, CallErrorCode } from './api'

/** A report that has not arrived. */
export interface WaitingReport {
  report: HouseholdReportDraft
  madeAt: Instant
  /** Why it was not taken; null while it only waits. It stays until the person removes it. */
  refused: CallError | null
}

/** What became of a report. `isKept`: whether the phone had room to remember it until it arrives. */
export type Sending =
  | { state: 'arrived' }
  | { state: 'refused'; error: CallError }
  | { state: 'waiting'; error: CallError; isKept: boolean }

interface QueueParts {
  read: () => readonly WaitingReport[]
  /** False when the phone is full. */
  write: (waiting: readonly WaitingReport[]) => boolean
  send: (report: HouseholdReportDraft) => Promise<Answer<Reported>>
  onArrived: (report: HouseholdReportDraft, answer: Reported) => void
}

/** What may be answered better another time, with nothing changed. */
const later: readonly CallErrorCode[] = [
  'offline',
  'internal',
  'changedMeanwhile',
  'tooOften',
  'notIdentified',
]

const noAnswerYet: CallError = { code: 'offline', message: 'no answer yet' }

const nextOf = (waiting: readonly WaitingReport[]): WaitingReport | undefined =>
  waiting.find(({ refused }) => refused === null)

/**
 * The reports of this phone on their way. Each is written down before it is sent and stays until it has arrived or was
 * refused, whatever happens to the phone; they go one by one in the order in which they were made. A report that is sent
 * twice counts once, because the function knows its submission.
 */
export function openReportQueue({ read, write, send, onArrived }: QueueParts) {
  const listeners = new Set<() => void>()
  let waiting: readonly WaitingReport[] | undefined
  let isKept = true
  let hindrance: CallError | null = null
  let running: Promise<void> | undefined

  const list = (): readonly WaitingReport[] => (waiting ??= read())

  const put = (now: readonly WaitingReport[]): void => {
    waiting = now
    isKept = write(now)
    listeners.forEach((changed) => changed())
  }

  const without = (submission: string) => list().filter(({ report }) => report.submission !== submission)

  const remove = (submission: string): void => put(without(submission))

  /** Answers whether the next may be tried. */
  const settle = (one: WaitingReport, answer: Answer<Reported>): boolean => {
    hindrance = !answer.ok && later.includes(answer.error.code) ? answer.error : null
    if (answer.ok) {
      remove(one.report.submission)
      onArrived(one.report, answer.data)
    } else if (!hindrance) {
      put(list().map((other) => (other === one ? { ...one, refused: answer.error } : other)))
    }
    return hindrance === null
  }

  const run = async (): Promise<void> => {
    try {
      for (let next = nextOf(list()); next; next = nextOf(list())) {
        if (!settle(next, await send(next.report))) return
      }
    } finally {
      running = undefined
    }
  }

  /** Sends what waits; whoever asks while it is under way waits for the same. */
  const sendAll = (): Promise<void> => (nextOf(list()) ? (running ??= run()) : Promise.resolve())

  /** Writes a report down and sends it. Once `patience` is over it goes on by itself, and is told to wait. */
  const submit = async (
    report: HouseholdReportDraft,
    madeAt: Instant,
    patience: Promise<void>,
  ): Promise<Sending> => {
    put([...without(report.submission), { report, madeAt, refused: null }])
    await Promise.race([sendAll(), patience])
    const mine = list().find((one) => one.report.submission === report.submission)
    if (!mine) return { state: 'arrived' }
    if (!mine.refused) return { state: 'waiting', error: hindrance ?? noAnswerYet, isKept }
    // Whoever has the form before them corrects it there.
    remove(report.submission)
    return { state: 'refused', error: mine.refused }
  }

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { list, subscribe, submit, sendAll, remove }
}
