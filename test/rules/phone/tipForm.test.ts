import { randomUUID } from 'node:crypto'
import { faultsIn, freshForm, inputOf, type TipForm } from '@/pages/tip/tell/form'

const today = '2026-11-22'

const filled: TipForm = {
  ...freshForm('qinghe-1-1-1'),
  kind: 'gathering',
  seen: { when: 'now', on: today, part: 'noon' },
  words: '地下室有人打牌',
}

const faultsOf = (some: Partial<TipForm>) => faultsIn(inputOf(randomUUID(), { ...filled, ...some }), today)

describe('the form of a tip', () => {
  it('can be sent with a place, a kind, a day and a few words', () => {
    expect(faultsOf({})).toEqual({})
  })

  it('names every field that is still empty', () => {
    expect(faultsIn(inputOf(randomUUID(), freshForm('')), today)).toEqual({
      place: 'required',
      kind: 'required',
      'seen.on': 'required',
      words: 'required',
    })
  })

  it.each([
    [{ plate: '12345' }, { plate: 'plate' }],
    [{ seen: { when: 'day', on: '2026-11-23', part: null } as const }, { 'seen.on': 'dayInFuture' }],
    [{ seen: { when: 'day', on: '2026-11-01', part: null } as const }, { 'seen.on': 'dayTooLongAgo' }],
    [{ words: 'x'.repeat(501) }, { words: 'tooLong' }],
  ])('with %j is refused at its field', (some, faults) => {
    expect(faultsOf(some)).toEqual(faults)
  })
})
