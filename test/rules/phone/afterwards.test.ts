import { usualReporting, type PersonReportDraft, type Reported } from '@contract/selfReport'
import { adviceFor, answered, whileWaiting } from '@/pages/daily/done/afterwards'
import type { Reporting } from '@/pages/daily/reporting'

const telephones = [{ name: '发热门诊', phone: '05161234567' }]

const family: Reporting = {
  id: 'home',
  name: '',
  people: ['ming', 'mother'].map((id) => ({ id, name: `${id}!`, last: null, isUnwell: false })),
  rules: { ...usualReporting, telephones },
  contact: { name: '王秀英', duty: 'gridWorker', phone: '13900000001' },
  days: [],
  isReminded: false,
}

const person = (id: string, more: Partial<PersonReportDraft> = {}): PersonReportDraft => ({
  person: id,
  temperature: '36.5',
  symptoms: [],
  contacts: [],
  been: [],
  test: null,
  note: '',
  ...more,
})

const waiting = (...people: PersonReportDraft[]) =>
  whileWaiting({ submission: 's', household: 'home', on: '2026-11-22', how: 'self', people }, family)

describe('after a report that still lies on the phone', () => {
  it('whoever has a fever is told at once, by the rules that the function judges by', () => {
    const after = waiting(person('ming'), person('mother', { temperature: '373' }))
    expect(after.unwell).toEqual([{ name: 'mother!', concerns: ['fever'], isEmergency: false, alert: null }])
    expect([after.isWaiting, after.contact?.name, after.telephones]).toEqual([true, '王秀英', telephones])
  })

  it.each([{ temperature: '39.5' }, { symptoms: ['breathless' as const] }])(
    'an ambulance is named with %j',
    (more) => expect(waiting(person('ming', more)).unwell[0]?.isEmergency).toBe(true),
  )

  it('those are named who were left out', () => {
    expect(waiting(person('ming')).missing).toEqual(['mother!'])
  })
})

describe('after a report that has arrived', () => {
  it('people are called by their names', () => {
    const answer: Reported = {
      household: 'home',
      version: 2,
      on: '2026-11-22',
      missing: ['mother'],
      unwell: [{ person: 'ming', concerns: ['contact'], isEmergency: false, alert: 'case' }],
      registrations: [],
      contact: null,
      telephones: [],
    }
    const after = answered(answer, family)
    expect(after.missing).toEqual(['mother!'])
    expect(after.unwell).toEqual([
      { name: 'ming!', concerns: ['contact'], isEmergency: false, alert: 'case' },
    ])
  })
})

describe('the advice', () => {
  const of = (...concerns: Parameters<typeof adviceFor>[0][number]['concerns']) =>
    adviceFor([{ name: '', concerns, isEmergency: false, alert: null }])

  it('is for the gravest of the reasons', () => {
    expect([
      of('contact'),
      of('contact', 'positiveTest'),
      of('positiveTest', 'fever'),
      of('symptoms'),
    ]).toEqual(['contactOnly', 'positive', 'unwell', 'unwell'])
  })
})
