import { calledShortlyBefore, lastCalledBy, secondsToNextCheck } from '../../cloudfunctions/calls/callRules'
import type { StoredCall } from '@kernel/households/householdDocument'

const now = new Date('2026-02-20T02:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const callAt = (at: Date, account = 'worker'): StoredCall => ({
  id: 'call',
  at,
  by: { account, name: '王秀英', role: 'gridWorker', place: '春晓社区' },
  person: 'person',
  reason: 'notReported',
  isVisit: false,
  result: null,
  words: '',
})

describe('a call before', () => {
  it.each([
    [0, true],
    [2 * 3600 - 1, true],
    [2 * 3600, false],
  ])('%s seconds ago is told of: %s', (seconds, isTold) => {
    expect(calledShortlyBefore([callAt(ago(seconds))], now) !== undefined).toBe(isTold)
  })

  it('is the latest', () => {
    const latest = callAt(ago(60))
    expect(calledShortlyBefore([latest, callAt(ago(3600))], now)).toBe(latest)
  })

  it('is none where nobody has called', () => {
    expect(calledShortlyBefore([], now)).toBeUndefined()
  })
})

describe('who is on the telephone', () => {
  it.each([
    [24 * 3600 - 1, true],
    [24 * 3600, false],
  ])('called %s seconds ago: known %s', (seconds, isKnown) => {
    expect(lastCalledBy('worker', [callAt(ago(seconds))], now) !== undefined).toBe(isKnown)
  })

  it('is not somebody else who called', () => {
    expect(lastCalledBy('worker', [callAt(ago(60), 'officer')], now)).toBeUndefined()
  })
})

describe('the next check', () => {
  const nineteen = Array.from({ length: 19 }, () => ago(1))

  it.each([
    [[], 0],
    [nineteen, 0],
    [[...nineteen, ago(3600)], 0],
    [[...nineteen, ago(3599)], 1],
    [[...nineteen, ago(1800)], 1800],
  ])('waits until twenty within an hour are fewer', (checks, seconds) => {
    expect(secondsToNextCheck(checks, now)).toBe(seconds)
  })
})
