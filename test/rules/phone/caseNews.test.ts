import type { TimelineEntry } from '@contract/cases'
import { isAmendedSince, newsSince } from '@/staff/case/news'

const entry = (event: string): TimelineEntry => ({
  at: '2026-11-20T01:00:00.000Z',
  event,
  from: null,
  to: 'submitted',
  actor: 'gridWorker',
  name: '李明',
  words: null,
  detail: null,
})

const timeline = ['register', 'ask', 'amend', 'note'].map(entry)
const eventsOf = (entries: TimelineEntry[]) => entries.map(({ event }) => event)

describe('what others did while a case was open on the phone', () => {
  it('is nothing while the version is the one that was seen', () => {
    expect(newsSince(timeline, 4, [])).toEqual([])
  })

  it('is everything after the version that was seen', () => {
    expect(eventsOf(newsSince(timeline, 2, []))).toEqual(['amend', 'note'])
  })

  it('leaves out what this phone did itself', () => {
    expect(eventsOf(newsSince(timeline, 2, [3]))).toEqual(['note'])
  })

  it('is not hidden by something that this phone did afterwards', () => {
    expect(eventsOf(newsSince(timeline, 1, [4]))).toEqual(['ask', 'amend'])
  })
})

describe('clear text on the screen', () => {
  it('is of other answers once they have been amended', () => {
    expect(isAmendedSince(timeline, 2)).toBe(true)
  })

  it('is still right after anything else', () => {
    expect(isAmendedSince(timeline, 3)).toBe(false)
  })
})
