import { partOf, seenAt, seenOn } from '@/pages/tip/tell/seen'

const today = '2026-11-22'

describe('when something was seen', () => {
  it.each([
    ['2026-11-21T21:59:00Z', 'night'],
    ['2026-11-21T22:00:00Z', 'morning'],
    ['2026-11-22T03:00:00Z', 'noon'],
    ['2026-11-22T05:00:00Z', 'afternoon'],
    ['2026-11-22T10:00:00Z', 'evening'],
    ['2026-11-22T15:59:00Z', 'evening'],
  ])('at %s is %s in China', (instant, part) => {
    expect(partOf(new Date(instant))).toBe(part)
  })

  it('just now is said to a part of the day, and no closer', () => {
    expect(seenAt('now', today, new Date('2026-11-22T05:12:34Z'))).toEqual({
      when: 'now',
      on: today,
      part: 'afternoon',
    })
  })

  it('yesterday has a day and no part until one is chosen', () => {
    expect(seenAt('yesterday', today, new Date())).toEqual({
      when: 'yesterday',
      on: '2026-11-21',
      part: null,
    })
  })

  it('another day is not chosen for anybody', () => {
    expect(seenAt('day', today, new Date()).on).toBe('')
  })
})

describe('a draft that is gone on with', () => {
  it.each([
    ['the same day', today, 'now'],
    ['the next day', '2026-11-23', 'yesterday'],
    ['days later', '2026-11-25', 'day'],
  ])('%s means the day on which it was written', (_name, day, when) => {
    expect(seenOn({ when: 'now', on: today, part: 'noon' }, day)).toEqual({ when, on: today, part: 'noon' })
  })

  it('stays without a day where none was chosen', () => {
    expect(seenOn({ when: null, on: '', part: null }, today)).toEqual({ when: null, on: '', part: null })
  })
})
