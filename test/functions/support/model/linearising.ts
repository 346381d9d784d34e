import type { ErrorCode } from '@contract'
import {
  isSame,
  outcomeOf,
  statusAfter,
  statusOf,
  type Act,
  type Entry,
  type People,
} from './registrationModel'

/** An act and how it was answered. */
export interface Answered {
  act: Act
  answer: 'ok' | ErrorCode
}

/** A case as it is stored. */
export interface Stored {
  version: number
  status: string
  history: readonly Entry[]
}

/**
 * What cannot be explained by any order in which acts sent at the same moment may have been done one after the other; none
 * where one order explains it. `before` is the history when they were sent.
 */
export function unexplained(
  before: readonly Entry[],
  sent: readonly Answered[],
  after: Stored,
  people: People,
): string[] {
  const { history } = after
  const moments = history.map((_entry, index) => index).filter((index) => index >= before.length)
  return [
    ...ofCase(before, after),
    ...moments.flatMap((index) => ofEntry(index, sent, history, people)),
    ...sent.flatMap((one) => ofAnswer(one, before.length, history, people)),
  ]
}

function ofCase(before: readonly Entry[], { version, status, history }: Stored): string[] {
  const submissions = new Set(history.map(({ submission }) => submission))
  return [
    ...before.flatMap(({ submission }, index) =>
      history[index]?.submission === submission ? [] : [`entry ${index} is not what it was`],
    ),
    ...(submissions.size === history.length ? [] : ['an act stands twice in the history']),
    ...(version === history.length ? [] : [`version ${version} after ${history.length} events`]),
    ...(status === statusOf(history) ? [] : [`${status} is not what the last event has led to`]),
  ]
}

/** An entry is an act that was sent and acknowledged, and that could be done at that moment. */
function ofEntry(
  index: number,
  sent: readonly Answered[],
  history: readonly Entry[],
  people: People,
): string[] {
  const entry = history[index] as Entry
  const earlier = history.slice(0, index)
  const what = `entry ${index}, ${entry.event} of ${entry.account},`
  const acts = sent.filter(({ act }) => isSame(entry, act))
  const couldBe = acts.some(({ act }) => outcomeOf(act, earlier, people) === 'done')
  return [
    ...(acts.length > 0 ? [] : [`${what} was sent by nobody`]),
    ...(acts.length === 0 || couldBe ? [] : [`${what} could not be done`]),
    ...(acts.length === 0 || acts.every(({ answer }) => answer === 'ok') ? [] : [`${what} was refused`]),
    ...(entry.from === statusOf(earlier) && entry.to === statusAfter(entry.event, earlier)
      ? []
      : [`${what} leads from ${entry.from} to ${entry.to}`]),
  ]
}

/** What was acknowledged is there; what was refused was to be refused at one of the moments. */
function ofAnswer(
  { act, answer }: Answered,
  first: number,
  history: readonly Entry[],
  people: People,
): string[] {
  const what = `${act.event} of ${act.account}, at version ${act.version},`
  if (answer === 'ok') {
    return history.some((entry) => isSame(entry, act)) ? [] : [`${what} was acknowledged and is not there`]
  }
  const moments = Array.from({ length: history.length - first + 1 }, (_, index) =>
    history.slice(0, first + index),
  )
  const outcomes = new Set(moments.map((moment) => outcomeOf(act, moment, people)))
  return outcomes.has(answer)
    ? []
    : [`${what} was answered ${answer}; it could have been ${[...outcomes].join(' or ')}`]
}
