import { useSyncExternalStore } from 'react'
import type { Instant } from '@contract/cases'
import type { Reported } from '@contract/selfReport'
import { api, type Answer, type CallError, type InputTo } from './api'
import { queryClient } from './queries'
import { keepAnswer } from './reportAnswers'
import { openResender } from './resender'
import { readStored, removeStored, writeStored } from './storage'
import { openSubmissionQueue, type Sending, type Submission, type Waiting } from './submissionQueue'

interface Inputs {
  report: InputTo<'selfReport', 'report'>
  register: InputTo<'returnee', 'register'>
  amend: InputTo<'returnee', 'amend'>
  answer: InputTo<'returnee', 'answer'>
  appeal: InputTo<'returnee', 'appeal'>
}

/**
 * What residents send and need not wait for. Not tips: what waits goes by itself, whoever holds the phone then, and a tip's
 * receipt must be seen by its teller. Not what staff decide: that depends on what they have seen.
 */
export type SubmissionKind = keyof Inputs

interface Sent<Kind extends SubmissionKind> extends Submission {
  kind: Kind
  input: Inputs[Kind]
}

type AnySubmission = { [Kind in SubmissionKind]: Sent<Kind> }[SubmissionKind]

/** Something of this phone that has not arrived. */
export type WaitingSubmission = Waiting<AnySubmission>
export type WaitingOf<Kind extends SubmissionKind> = Waiting<Sent<Kind>>

const KEY = 'submissions/waiting'

const senders: { [Kind in SubmissionKind]: (input: Inputs[Kind]) => Promise<Answer<unknown>> } = {
  report: api.selfReport.report,
  register: api.returnee.register,
  amend: api.returnee.amend,
  answer: api.returnee.answer,
  appeal: api.returnee.appeal,
}

// Each kind has the input that its own sender takes.
const send = ({ kind, input }: AnySubmission) =>
  (senders[kind] as (input: AnySubmission['input']) => Promise<Answer<unknown>>)(input)

/** Two phones of a family may report at the same moment; whatever else has been overtaken has to be looked at again. */
const isForLater = ({ kind }: AnySubmission, { code, retryAfter }: CallError): boolean => {
  if (code === 'changedMeanwhile') return kind === 'report'
  if (code === 'tooOften') return retryAfter !== undefined
  return code === 'offline' || code === 'internal' || code === 'notIdentified'
}

const forget = (): true => {
  removeStored(KEY)
  return true
}

const askAgain = () => void queryClient.invalidateQueries()

const queue = openSubmissionQueue<AnySubmission>({
  // Written by this queue alone, and only under this name.
  read: () => (readStored(KEY) as WaitingSubmission[] | undefined) ?? [],
  write: (waiting) => (waiting.length > 0 ? writeStored(KEY, waiting) : forget()),
  send,
  lineOf: ({ kind }) => (kind === 'report' ? 'selfReport' : 'returnee'),
  isForLater,
  onArrived: ({ kind, input }, answer) => {
    if (kind === 'report') keepAnswer(input, answer as Reported)
    askAgain()
  },
  onRefused: (_, { code }) => {
    if (code !== 'invalidInput') askAgain()
  },
})

const resender = openResender({ send: queue.sendAll, now: Date.now, chance: Math.random })

/** After so long without an answer nobody stands and waits: it goes on by itself. */
const PATIENCE_MS = 8_000

/** Sends it, now or as soon as there is a signal; it is on the phone before this returns. */
export async function submit<Kind extends SubmissionKind>(kind: Kind, input: Inputs[Kind]): Promise<Sending> {
  const madeAt: Instant = new Date().toISOString()
  const patience = new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS)
  })
  // The kind and its own input.
  const sending = await queue.submit({ kind, input, madeAt } as AnySubmission, patience)
  if (sending.state === 'waiting') resender.afterwards(sending.error)
  return sending
}

/** Because somebody has asked for it. */
export const sendWaiting = (): void => resender.atOnce()

/** Somebody looks at the app again, a page of it, or no longer. */
export const { onShow: sendWaitingWhenShown, onSignal: sendWaitingOnSignal, stop: restSending } = resender

export const removeWaiting = (submission: string): void => queue.remove(submission)

/** What has not arrived, in the order in which it was made. */
export const waitingSubmissions = (): readonly WaitingSubmission[] => queue.list()

export const useWaiting = (): readonly WaitingSubmission[] =>
  useSyncExternalStore(queue.subscribe, queue.list)

/** Those of one kind. */
export const waitingOf = <Kind extends SubmissionKind>(
  kind: Kind,
  all: readonly WaitingSubmission[],
): WaitingOf<Kind>[] => all.filter((one) => one.kind === kind) as WaitingOf<Kind>[]
