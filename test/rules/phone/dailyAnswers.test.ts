import type { Symptom } from '@contract/returneeAnswers'
import { usualReporting, type ReportedPerson } from '@contract/selfReport'
import {
  beginningOf,
  concernsIn,
  dayBefore,
  isReadable,
  isUntouched,
  standingOf,
  type Standing,
} from '@/pages/daily/report/answers'
import { lineOf } from '@/pages/daily/report/lineOf'
import { sendWords } from '@/pages/daily/report/sendWords'
import { reportedAt, type Reporting, type ReportingPerson } from '@/pages/daily/reporting'

const today = '2026-11-22'
const yesterday = '2026-11-21'

const person = (id: string, temperature: number | null = 36.5): ReportingPerson => ({
  id,
  name: id,
  last: { on: yesterday, temperature },
  isUnwell: false,
})

const said = (id: string, more: Partial<ReportedPerson> = {}): ReportedPerson => ({
  person: id,
  temperature: 36.5,
  symptoms: [],
  contacts: [],
  concerns: [],
  at: '2026-11-21T00:05:00.000Z',
  how: 'self',
  by: { role: 'owner', name: null },
  ...more,
})

const family = (more: Partial<Reporting> = {}): Reporting => ({
  id: 'home',
  name: '',
  people: [person('ming'), person('mother', 36.8)],
  rules: usualReporting,
  contact: null,
  days: [],
  isReminded: false,
  ...more,
})

const answers = (more: object = {}) => ({ ...beginningOf(family(), today).people[0]!, ...more })

describe('the daily screen opens', () => {
  it('with the temperatures of last time, as one would type them', () => {
    expect(beginningOf(family(), today).people.map(({ temperature }) => temperature)).toEqual([
      '36.5',
      '36.8',
    ])
  })

  it('with nothing for whoever was not measured', () => {
    const people = [person('ming', null), { ...person('new'), last: null }]
    expect(beginningOf(family({ people }), today).people.map(({ temperature }) => temperature)).toEqual([
      '',
      '',
    ])
  })

  it('with the symptoms of last time, as far as they are still asked for', () => {
    const rules = { ...usualReporting, symptoms: [{ symptom: 'cough' as Symptom, alarming: true }] }
    const days = [{ on: yesterday, people: [said('ming', { symptoms: ['cough', 'rash'] })] }]
    expect(beginningOf(family({ rules, days }), today).people[0]?.symptoms).toEqual(['cough'])
  })

  it('with a contact only on the day on which it was said', () => {
    const people = [said('ming', { contacts: ['case'] })]
    const opened = (on: string) => beginningOf(family({ days: [{ on, people }] }), today).people[0]?.contacts
    expect([opened(today), opened(yesterday)]).toEqual([['case'], []])
  })
})

describe('an answer that is typed', () => {
  it.each(['36.5', '365', '36。5', '', ' '])('is fine as “%s”', (temperature) => {
    expect(isReadable({ temperature })).toBe(true)
  })

  it.each(['45', '12', '三十六', '36.55'])('is asked again as “%s”', (temperature) => {
    expect(isReadable({ temperature })).toBe(false)
  })

  it('is no fever where it must be corrected', () => {
    const beginning = beginningOf(family(), today)
    const [first, ...others] = beginning.people
    const people = [{ ...first!, temperature: '45' }, ...others]
    expect(concernsIn(people[0]!, usualReporting)).toEqual([])
    expect(standingOf({ people }, usualReporting)).toBe('toCorrect')
  })

  it('is a fever from 37.3 on', () => {
    const at = (temperature: string) => concernsIn(answers({ temperature }), usualReporting)
    expect([at('372'), at('373')]).toEqual([[], ['fever']])
  })

  it('is not called nothing wrong where it is a fever', () => {
    expect(lineOf(answers({ temperature: '385' }), usualReporting)).toBe('38.5 ℃ · 发热')
  })

  it('stands on one line with all that was said', () => {
    const been = [{ region: '110105', detail: '', first: today, last: today }]
    expect(lineOf(answers({ temperature: '382', symptoms: ['cough'], been }), usualReporting)).toBe(
      '38.2 ℃ · 咳嗽 · 去过 1 个地方',
    )
    expect(lineOf(answers({ temperature: '' }), usualReporting)).toBe('没有量体温 · 没有不舒服')
    expect(lineOf(answers({ temperature: '45' }), usualReporting)).toContain('有一处要改')
  })
})

describe('the large button', () => {
  const label = (people: ReportingPerson[], standing: Standing = 'well') =>
    sendWords(people.length, 'self', standing, dayBefore(people), today)

  it('says that all are as yesterday where they are', () => {
    expect(label(family().people)).toBe('全家都好，和昨天一样')
    expect(isUntouched(beginningOf(family(), today), beginningOf(family(), today))).toBe(true)
  })

  it('names the day where it was another', () => {
    expect(label([{ ...person('ming'), last: { on: '2026-11-18', temperature: 36.5 } }])).toBe(
      '我很好，和11月18日一样',
    )
  })

  it('does not speak in the name of whom staff report for', () => {
    const alone = [person('ming')]
    expect(sendWords(1, 'door', 'well', dayBefore(alone), today)).toBe('他很好，和昨天一样')
    expect(sendWords(1, 'telephone', 'well', null, today)).toBe('他很好，去上报')
  })

  it('claims no likeness where somebody was never reported', () => {
    expect(label([person('ming'), { ...person('new'), last: null }])).toBe('全家都好，去上报')
  })

  it('does not say that all are well where one is not', () => {
    expect(label(family().people, 'unwell')).toBe('有人不舒服，核对后上报')
  })
})

describe('a day', () => {
  it('is reported once everybody was, at the time of the last', () => {
    const both = [
      said('ming', { at: '2026-11-22T00:05:00.000Z' }),
      said('mother', { at: '2026-11-22T01:00:00.000Z' }),
    ]
    expect(reportedAt(family({ days: [{ on: today, people: both }] }), today)).toBe(
      '2026-11-22T01:00:00.000Z',
    )
  })

  it('is not while somebody is missing', () => {
    expect(reportedAt(family({ days: [{ on: today, people: [said('ming')] }] }), today)).toBeNull()
  })
})
