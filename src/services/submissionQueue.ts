import type { Instant } from '@contract/cases'
import type { Answer, CallError } from './api'

/** Something that is to arrive, under the id by which its function knows it again. */
export interface Submission {
  kind: string
  input: { submission: string }
  madeAt: Instant
}

/** One that has not arrived. `refused`: why it was not taken; null while it only waits. It stays until the person removes it. */
export type Waiting<One extends Submission> = One & { refused: CallError | null }

/** What became of it. `isKept`: whether the phone had room to remember it until it arrives. */
export type Sending =
  | { state: 'arrived' }
  | { state: 'refused'; error: CallError }
  | { state: 'waiting'; error: CallError; isKept: boolean }

interface QueueParts<One extends Submission> {
  read: () => readonly Waiting<One>[]
  /** False when the phone is full. */
  write: (waiting: readonly Waiting<One>[]) => boolean
  send: (one: One) => Promise<Answer<unknown>>
  /** The function that it goes to: what one function cannot take now holds up no other. */
  lineOf: (one: One) => string
  /** Whether it may be taken another time, with nothing changed. */
  isForLater: (one: One, error: CallError) => boolean
  onArrived: (one: One, answer: unknown) => void
  onRefused: (one: One, error: CallError) => void
}

const noAnswerYet: CallError = { code: 'offline', message: 'no answer yet' }

/**
 * What this phone has to send. Each is written down before it is sent and stays until it has arrived or was refused, whatever
 * happens to the phone; they go one by one in the order in which they were made. What is sent twice counts once, because the
 * function knows its submission.
 */
export function openSubmissionQueue<One extends Submission>(parts: QueueParts<One>) {
  const listeners = new Set<() => void>()
  let waiting: readonly Waiting<One>[] | undefined
  let isKept = true
  let hindrance: CallError | null = null
  let running: Promise<CallError | null> | undefined

  const list = (): readonly Waiting<One>[] => (waiting ??= parts.read())
  const find = (submission: string) => list().find(({ input }) => input.submission === submission)
  const without = (submission: string) => list().filter(({ input }) => input.submission !== submission)
  const put = (now: readonly Waiting<One>[]): void => {
    waiting = now
    isKept = parts.write(now)
    listeners.forEach((changed) => changed())
  }
  const remove = (submission: string): void => {
    if (find(submission)) put(without(submission))
  }

  /** Answers what keeps it from arriving, if anything does. */
  const settle = (one: Waiting<One>, answer: Answer<unknown>): CallError | null => {
    if (answer.ok) {
      remove(one.input.submission)
      parts.onArrived(one, answer.data)
      return null
    }
    if (parts.isForLater(one, answer.error)) return answer.error
    put(list().map((other) => (other === one ? { ...one, refused: answer.error } : other)))
    parts.onRefused(one, answer.error)
    return null
  }

  const run = async (): Promise<CallError | null> => {
    const closed = new Set<string>()
    const nextOf = () => list().find((one) => one.refused === null && !closed.has(parts.lineOf(one)))
    hindrance = null
    try {
      for (let next = nextOf(); next; next = nextOf()) {
        const hindered = settle(next, await parts.send(next))
        if (!hindered) continue
        hindrance = hindered
        if (hindered.code === 'offline') break
        closed.add(parts.lineOf(next))
      }
    } finally {
      running = undefined
    }
    return hindrance
  }

  const isWaiting = (): boolean => list().some(({ refused }) => refused === null)

  /** Sends what waits; whoever asks while it is under way waits for the same. Answers what hindered it, if anything did. */
  const sendAll = (): Promise<CallError | null> => (isWaiting() ? (running ??= run()) : Promise.resolve(null))

  /** Writes it down and sends it. Once `patience` is over it goes on by itself, and is told to wait. */
  const submit = async (one: One, patience: Promise<void>): Promise<Sending> => {
    const { submission } = one.input
    put([...without(submission), { ...one, refused: null }])
    await Promise.race([sendAll(), patience])
    const mine = find(submission)
    if (!mine) return { state: 'arrived' }
    if (!mine.refused) return { state: 'waiting', error: hindrance ?? noAnswerYet, isKept }
    // Whoever has the form before them corrects it there.
    remove(submission)
    return { state: 'refused', error: mine.refused }
  }

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { list, isWaiting, subscribe, submit, sendAll, remove }
}
