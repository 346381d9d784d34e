import type { TimelineEntry } from '@contract/cases'
import {
  afterAnswers,
  afterSent,
  leftOf,
  remindersOf,
  toldOf,
  worthAsking,
  type Consents,
} from '@/services/consents'

const at = (text: string) => new Date(`${text}:00+08:00`)
const monday = at('2026-11-23 09:00')
const yes = (consents: Consents, times: number, now = monday): Consents =>
  Array.from({ length: times }).reduce<Consents>(
    (before) => afterAnswers(before, { caseProgress: 'accept' }, now),
    consents,
  )
const message = (key: string, when = '2026-11-23 10:00') => ({ key, at: at(when).toISOString() })
const left = ({ caseProgress }: Consents) => leftOf(caseProgress)

it('each yes is one message more, each message one less', () => {
  const given = yes({}, 2)
  expect(left(given)).toBe(2)
  const told = afterSent(given, 'caseProgress', [message('one')])
  expect(left(told)).toBe(1)
  expect(left(afterSent(told, 'caseProgress', [message('one'), message('two')]))).toBe(0)
})

it('a message that is seen twice counts once, and is no news', () => {
  const told = afterSent(yes({}, 2), 'caseProgress', [message('one')])
  expect(afterSent(told, 'caseProgress', [message('one')])).toBe(told)
})

it('a message from before the first yes used up nothing, be it old or known', () => {
  expect(left(afterSent(yes({}, 1), 'caseProgress', [message('one', '2026-11-23 08:54')]))).toBe(1)
  const known = afterSent({}, 'caseProgress', [message('one', '2026-11-23 08:59')])
  expect(left(afterSent(yes(known, 1), 'caseProgress', [message('one', '2026-11-23 08:59')]))).toBe(1)
})

it('a phone whose clock is some minutes fast counts all the same', () => {
  expect(left(afterSent(yes({}, 1), 'caseProgress', [message('one', '2026-11-23 08:56')]))).toBe(0)
})

it('remembers no more messages than a hundred', () => {
  const many = Array.from({ length: 130 }, (_, n) => message(String(n)))
  expect(afterSent(yes({}, 2), 'caseProgress', many).caseProgress?.known).toHaveLength(100)
})

it('what was sent when nothing was left counts for nothing once there is a yes again', () => {
  const used = afterSent(yes({}, 1), 'caseProgress', [message('one'), message('two')])
  expect(left(used)).toBe(0)
  expect(left(yes(used, 1, at('2026-11-24 09:00')))).toBe(1)
})

it.each(['reject', 'ban', 'filter', 'undefined'])(
  '%s is a no: nothing more comes, what was allowed before stays',
  (answer) => {
    expect(left(afterAnswers({}, { caseProgress: answer }, monday))).toBe(0)
    expect(left(afterAnswers(yes({}, 2), { caseProgress: answer }, monday))).toBe(2)
  },
)

it('whoever said no is not asked in passing for a week', () => {
  const refused = afterAnswers({}, { caseProgress: 'reject' }, monday)
  expect(worthAsking(['caseProgress', 'dailyReminder'], refused, monday)).toEqual(['dailyReminder'])
  expect(worthAsking(['caseProgress'], refused, at('2026-11-29 23:59'))).toEqual([])
  expect(worthAsking(['caseProgress'], refused, at('2026-11-30 00:00'))).toEqual(['caseProgress'])
})

it('a yes ends that', () => {
  const refused = afterAnswers({}, { caseProgress: 'reject' }, monday)
  expect(worthAsking(['caseProgress'], yes(refused, 1), monday)).toEqual(['caseProgress'])
})

it('whoever has enough in hand is not asked in passing', () => {
  expect(worthAsking(['caseProgress'], yes({}, 2), monday)).toEqual(['caseProgress'])
  expect(worthAsking(['caseProgress'], yes({}, 3), monday)).toEqual([])
})

it('of a registration the community’s deeds are messages, but not the resident’s, nor what nobody is told', () => {
  const entry = (event: string, actor: 'owner' | 'gridWorker'): TimelineEntry => ({
    ...{ at: monday.toISOString(), event, actor, from: 'waiting', to: 'asked' },
    ...{ name: null, words: null, detail: null },
  })
  const timeline = [
    entry('ask', 'gridWorker'),
    entry('answer', 'owner'),
    entry('reveal', 'gridWorker'),
    entry('withdraw', 'owner'),
  ]
  expect(toldOf('a-case', timeline)).toEqual([
    { key: `a-case ask ${monday.toISOString()}`, at: monday.toISOString() },
  ])
})

describe('the reminders to a family', () => {
  const household = { id: 'home', remindHour: 20, reportedOn: '2026-11-20' }
  const days = (changes: object, now: Date) =>
    remindersOf({ ...household, ...changes }, now).map(({ key }) => key.slice(5))

  it('went out on each day since the last report, and today once the hour is past', () => {
    expect(days({}, at('2026-11-23 19:59'))).toEqual(['2026-11-21', '2026-11-22'])
    expect(days({}, at('2026-11-23 20:00'))).toEqual(['2026-11-21', '2026-11-22', '2026-11-23'])
  })

  it('did not go out on days that were reported, nor to a family that wants none', () => {
    expect(days({ reportedOn: '2026-11-23' }, at('2026-11-23 21:00'))).toEqual([])
    expect(days({ remindHour: null }, at('2026-11-23 21:00'))).toEqual([])
  })

  it('are at their hour in China', () => {
    const [first] = remindersOf({ ...household, reportedOn: '2026-11-21' }, monday)
    expect(first?.at).toBe('2026-11-22T12:00:00.000Z')
  })

  it('of a family that has never reported are those of a month', () => {
    expect(days({ reportedOn: null }, monday)).toHaveLength(31)
  })
})
