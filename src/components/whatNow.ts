import { dayOf, type Day } from '@contract/calendar'
import {
  compareFrom,
  decisionEvents,
  sinceDecision,
  type Outcome,
  type RegistrationView,
} from '@contract/returnee'
import { words } from '@/words'
import { outcomeWords } from '@/words/outcome'
import { isOver, outcomeSentences, outcomeTitle } from './outcomeSentences'
import { lastOf } from './timelineLines'

const said = words.records.now
const { expected: ahead, changed } = outcomeWords

/** What a person has to do about a registration, in sentences. */
export interface WhatNow {
  tone: 'calm' | 'good' | 'warning' | 'danger'
  title: string
  sentences: string[]
  /** Whether calling is the thing to do, and not only possible. */
  callNow: boolean
}

type Shown = Pick<
  RegistrationView,
  'status' | 'answers' | 'outcome' | 'expected' | 'todo' | 'contact' | 'timeline'
>

/** By what the registration waits for, or how it ended. */
export const whatNow = (shown: Shown, now: Date): WhatNow => {
  switch (shown.status) {
    case 'submitted':
      return waiting(shown, now)
    case 'asked':
      return {
        tone: 'warning',
        title: said.asked,
        sentences: [...question(shown), ...inShort(shown)],
        callNow: false,
      }
    case 'accepted':
    case 'tightening':
      return decided(shown, now)
    case 'reassessed':
      return reassessed(shown, now)
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

/** Who looks at it, and by when. */
const whenLooked = ({ todo }: Shown, who: string, now: Date): { sentences: string[]; isLate: boolean } => {
  if (!todo) return { sentences: [], isLate: false }
  const isLate = new Date(todo.dueAt) < now
  const by = words.dates.instant(todo.dueAt, dayOf(now))
  return { sentences: [isLate ? said.late(who) : said.looks(who, by)], isLate }
}

/** What is expected, where something else has to be said first. */
const inShort = ({ expected }: Shown): string[] => (expected ? [ahead.inShort(outcomeTitle(expected))] : [])

const waiting = (shown: Shown, now: Date): WhatNow => {
  const today = dayOf(now)
  const who = whoWillLook(shown)
  const { sentences, isLate } = whenLooked(shown, who, now)
  if (isUnwell(shown.answers)) {
    return {
      tone: 'danger',
      title: said.unwell,
      sentences: [said.unwellMeanwhile, ...sentences, ...inShort(shown)],
      callNow: true,
    }
  }
  const { expected } = shown
  if (expected && !isOver(expected, today)) {
    return {
      tone: expected.measure === 'noticeOnly' ? 'calm' : 'warning',
      title: ahead.title(outcomeTitle(expected)),
      sentences: [
        ahead.toConfirm,
        ...(lastChange(shown) ? [ahead.changed] : []),
        ...outcomeSentences(expected, today),
        ...sentences,
        meanwhile(shown.answers, expected, today),
      ],
      callNow: isLate,
    }
  }
  return {
    tone: 'calm',
    title: said.waiting(who),
    sentences: [...sentences, shown.answers.arrivesOn > today ? said.onTheWay : said.atHome],
    callNow: isLate,
  }
}

/** Whoever is to be fetched waits at home; anybody else does what is expected. */
const meanwhile = ({ arrivesOn }: Shown['answers'], { measure }: Outcome, today: Day): string => {
  if (arrivesOn > today) return said.onTheWay
  return measure === 'centralObservation' ? said.atHome : ahead.meanwhile
}

/** When the rules last came to expect something else, since the decision or, before one, since it was sent. */
export const lastChange = ({
  timeline,
  outcome,
}: Pick<Shown, 'timeline' | 'outcome'>): Shown['timeline'][number] | undefined => {
  const since = outcome ? sinceDecision(timeline) : timeline
  const changes = since.filter(({ event }) => ['reexpect', 'reassess'].includes(event))
  return changes[changes.length - 1]
}

const lastWords = ({ timeline }: Pick<Shown, 'timeline'>, events: readonly string[]): string[] => {
  const spoken = timeline.filter(({ event }) => events.includes(event))
  const last = spoken[spoken.length - 1]
  return last?.words ? [last.words] : []
}

const question = (shown: Shown): string[] => {
  const asker = lastOf(shown.timeline, 'ask')
  if (!asker || asker.actor === 'owner') return []
  const who = said.who(words.registration.role[asker.actor], asker.name ?? '')
  return [said.askedBy(who, asker.words ?? '')]
}

/** Whether a decision replaced one that was in force before. */
const isAnother = (decision: Shown['timeline'][number] | undefined): boolean => {
  if (!decision || ['accept', 'keep'].includes(decision.event)) return false
  return decision.event !== 'adopt' || decision.from === 'reassessed'
}

const decided = (shown: Shown, now: Date): WhatNow => {
  const today = dayOf(now)
  const { outcome } = shown
  const fromCommunity = lastWords(shown, [...decisionEvents, 'uphold']).map(said.saidByCommunity)
  if (!outcome) return { tone: 'good', title: said.confirmed, sentences: fromCommunity, callNow: false }
  const hasEnded = isOver(outcome, today)
  const decision = sinceDecision(shown.timeline)[0]
  return {
    tone: hasEnded || outcome.days === 0 ? 'good' : 'warning',
    title: outcomeTitle(outcome),
    sentences: [
      ...(isAnother(decision) && !hasEnded ? [words.decisions.now.changed] : []),
      ...outcomeSentences(outcome, today),
      ...fromCommunity,
    ],
    callNow: false,
  }
}

/** What was decided stands until the community has confirmed what the rules now expect. */
const reassessed = (shown: Shown, now: Date): WhatNow => {
  const today = dayOf(now)
  const { outcome, expected } = shown
  const who = whoWillLook(shown)
  const { sentences, isLate } = whenLooked(shown, who, now)
  const isStricter = expected !== null && (!outcome || compareFrom(today, expected, outcome) > 0)
  return {
    tone: 'warning',
    title: changed.nowTitle,
    sentences: [
      ...sentences,
      ...(outcome && !isOver(outcome, today) ? [changed.inForce(outcomeTitle(outcome))] : []),
      ...(isStricter ? [changed.stricter] : []),
      ...(outcome ? outcomeSentences(outcome, today) : []),
    ],
    callNow: isLate,
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
  const measures = outcomeSentences(outcome, today)
  if (isOver(outcome, today))
    return { tone: 'calm', title: heard.titleRejected, sentences: [when, ...measures], callNow: isLate }
  return {
    tone: 'warning',
    title: heard.titleMeasure,
    sentences: [when, heard.measure(outcomeTitle(outcome)), ...measures],
    callNow: isLate,
  }
}
