import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { dayOf } from '@contract/calendar'
import { faultsOf } from '@contract/faults'
import { householdReport, type HouseholdReportDraft } from '@contract/selfReport'

const report = (changes: Partial<HouseholdReportDraft> = {}): HouseholdReportDraft => ({
  submission: randomUUID(),
  household: randomUUID(),
  on: '2026-03-10',
  how: 'self',
  people: [{ person: 'one', temperature: '36.5', symptoms: [], contacts: [], been: [] }],
  ...changes,
})
const faults = (draft: HouseholdReportDraft, today = '2026-03-10') =>
  faultsOf(v.safeParse(householdReport(today), draft).issues ?? [])
const onDay = (on: string, today?: string) => faults(report({ on }), today).on
const been = (first: string, last: string) => {
  const stay = { region: '510107', first, last }
  return faults(report({ people: [{ ...report().people[0]!, been: [stay] }] }))
}

describe('the day of a report', () => {
  it.each([
    ['2026-03-10T15:59:59.999Z', '2026-03-10'],
    ['2026-03-10T16:00:00.000Z', '2026-03-11'],
  ])('at %s is %s, by the clock of UTC+8', (instant, day) => {
    expect(dayOf(instant)).toBe(day)
  })

  it('that begins at midnight is not in the future any more', () => {
    const tomorrow = dayOf('2026-03-10T16:00:00.000Z')
    expect(onDay(tomorrow, dayOf('2026-03-10T15:59:59.999Z'))).toBe('dayInFuture')
    expect(onDay(tomorrow, tomorrow)).toBeUndefined()
  })

  it.each([
    ['2026-03-10', undefined],
    ['2026-03-09', undefined],
    ['2026-03-08', undefined],
    ['2026-03-07', 'dayTooLongAgo'],
    ['2026-03-11', 'dayInFuture'],
    ['2026-02-30', 'day'],
    ['', 'required'],
  ])('%s on 10 March: %s', (on, fault) => {
    expect(onDay(on)).toBe(fault)
  })
})

describe('what a report says', () => {
  it('is of one person or more, each once, at most twenty', () => {
    const [one] = report().people
    const many = Array.from({ length: 21 }, (_, index) => ({ ...one!, person: `p${index}` }))
    expect(faults(report({ people: [] }))).toEqual({ people: 'required' })
    expect(faults(report({ people: [one!, one!] }))).toEqual({ people: 'repeated' })
    expect(faults(report({ people: many }))).toEqual({ people: 'tooMany' })
  })

  it('names the person and the field of what cannot be', () => {
    const [one] = report().people
    const people = [one!, { ...one!, person: 'two', temperature: '45' }]
    expect(faults(report({ people }))).toEqual({ 'people.1.temperature': 'temperatureUnlikely' })
  })

  it.each([
    ['2026-02-24', '2026-03-10', {}],
    ['2026-02-22', '2026-03-10', {}],
    ['2026-02-21', '2026-03-10', { 'people.0.been.0.first': 'dayTooLongAgo' }],
    ['2026-03-09', '2026-03-08', { 'people.0.been.0.last': 'dayBeforeFirst' }],
    ['2026-03-09', '2026-03-11', { 'people.0.been.0.last': 'dayInFuture' }],
  ])('where somebody has been from %s to %s', (first, last, found) => {
    expect(been(first, last)).toEqual(found)
  })

  it('is as true two days later, when there is signal again', () => {
    const stay = { region: '510107', first: '2026-02-24', last: '2026-03-10' }
    const made = report({ people: [{ ...report().people[0]!, been: [stay] }] })
    expect(faults(made, '2026-03-10')).toEqual({})
    expect(faults(made, '2026-03-12')).toEqual({})
  })

  it('does not say who has entered it, nor what follows', () => {
    expect(faults({ ...report(), by: 'gridWorker' } as HouseholdReportDraft)).toEqual({ by: 'unknownField' })
    const people = [{ ...report().people[0]!, concerns: [] }]
    expect(faults(report({ people }))).toEqual({ 'people.0.concerns': 'unknownField' })
  })
})
