import { dayOf, type Day } from '@contract/calendar'
import { decisionEvents, sinceDecision, type Outcome, type RegistrationView } from '@contract/returnee'
import { words } from '@/words'

const said = words.records.now

/** What a person has to do about a registration, in sentences. */
export interface WhatNow {
  tone: 'calm' | 'good' | 'warning' | 'danger'
  title: string
  sentences: string[]
  /** Whether calling is the thing to do, and not only possible. */
  callNow: boolean
}

type Shown = Pick<RegistrationView, 'status' | 'answers' | 'outcome' | 'todo' | 'contact' | 'timeline'>

/** By what the registration waits for, or how it ended. */
export const whatNow = (shown: Shown, now: Date): WhatNow => {
  switch (shown.status) {
    case 'submitted':
      return waiting(shown, now)
    case 'asked':
      return { tone: 'warning', title: said.asked, sentences: question(shown), callNow: false }
    case 'accepted':
    case 'tightening':
      return decided(shown, now)
    case 'appealed':
      return appealed(shown, now)
    case 'rejected':
      return {
        tone: 'danger',
        title: said.rejected,
        sentences: [
          ...lastWords(shown, ['reject']).map(said.reason),
          ...lastWords(shown, ['uphold']).map(said.saidByCommunity),
          said.afterRejection,
        ],
        callNow: false,
      }
    case 'withdrawn':
      return { tone: 'calm', title: said.withdrawn, sentences: [said.afterWithdrawal], callNow: false }
  }
}

/** Somebody who may be ill must not wait for a call. */
const isUnwell = ({ symptoms, test }: Shown['answers']): boolean =>
  symptoms.length > 0 || test.result === 'positive'

const whoWillLook = ({ contact, todo }: Shown): string => {
  if (todo?.assignee && todo.role !== 'owner')
    return said.who(words.registration.role[todo.role], todo.assignee.name)
  return contact ? said.who(words.registration.duty[contact.duty], contact.name) : said.community
}

const waiting = (shown: Shown, now: Date): WhatNow => {
  const today = dayOf(now)
  const who = whoWillLook(shown)
  const dueAt = shown.todo && new Date(shown.todo.dueAt)
  const isLate = dueAt !== null && dueAt < now
  const sentences = dueAt
    ? [isLate ? said.late(who) : said.looks(who, words.dates.instant(dueAt.toISOString(), today))]
    : []
  if (isUnwell(shown.answers)) {
    return {
      tone: 'danger',
      title: said.unwell,
      sentences: [said.unwellMeanwhile, ...sentences],
      callNow: true,
    }
  }
  const meanwhile = shown.answers.arrivesOn > today ? said.onTheWay : said.atHome
  return { tone: 'calm', title: said.waiting(who), sentences: [...sentences, meanwhile], callNow: isLate }
}

const lastWords = ({ timeline }: Pick<Shown, 'timeline'>, events: readonly string[]): string[] => {
  const last = timeline.filter(({ event }) => events.includes(event)).at(-1)
  return last?.words ? [last.words] : []
}

const question = (shown: Shown): string[] => {
  const asker = shown.timeline.filter(({ event }) => event === 'ask').at(-1)
  if (!asker || asker.actor === 'owner') return []
  const who = said.who(words.registration.role[asker.actor], asker.name ?? '')
  return [said.askedBy(who, asker.words ?? '')]
}

const decided = (shown: Shown, now: Date): WhatNow => {
  const fromCommunity = lastWords(shown, [...decisionEvents, 'uphold']).map(said.saidByCommunity)
  if (!shown.outcome) return { tone: 'good', title: said.confirmed, sentences: fromCommunity, callNow: false }
  const { measure, days } = shown.outcome
  const { span, isOver, meaning } = inForce(shown.outcome, dayOf(now))
  const isFirst = ['accept', undefined].includes(sinceDecision(shown.timeline)[0]?.event)
  return {
    tone: isOver || days === 0 ? 'good' : 'warning',
    title: said.decided(words.registration.measure[measure], days),
    sentences: [
      ...(isFirst || isOver ? [] : [words.decisions.now.changed]),
      ...span,
      ...fromCommunity,
      ...meaning,
    ],
    callNow: false,
  }
}

/** From when until when a measure lasts, and what it asks of the person. */
const inForce = ({ measure, days, from, until }: Outcome, today: Day) => {
  const [first, last] = [words.dates.dayInFull(from, today), words.dates.dayInFull(until, today)]
  const isOver = days > 0 && until < today
  return {
    isOver,
    span: days > 0 ? [isOver ? said.over(last) : said.span(first, last)] : [],
    meaning: isOver ? [] : [words.registration.measureMeans[measure], said.feverCall],
  }
}

/** What was decided stands until the appeal has been heard. */
const appealed = ({ todo, outcome }: Shown, now: Date): WhatNow => {
  const heard = words.decisions.now
  const today = dayOf(now)
  const who = todo ? said.who(words.registration.role[todo.role], todo.assignee?.name ?? '') : said.community
  const isLate = todo !== null && new Date(todo.dueAt) < now
  const when = todo && !isLate ? heard.with(who, words.dates.instant(todo.dueAt, today)) : heard.late(who)
  if (!outcome) return { tone: 'calm', title: heard.titleRejected, sentences: [when], callNow: isLate }
  const { span, isOver, meaning } = inForce(outcome, today)
  if (isOver) return { tone: 'calm', title: heard.titleRejected, sentences: [when, ...span], callNow: isLate }
  const { measure, days } = outcome
  const decision = heard.measure(words.registration.decision(words.registration.measure[measure], days))
  return {
    tone: 'warning',
    title: heard.titleMeasure,
    sentences: [when, decision, ...span, ...meaning],
    callNow: isLate,
  }
}
