import { isAlertDue, isFull, LOOKS_AN_HOUR, secondsToWait } from '@kernel/lookRules'

const now = new Date('2026-11-22T08:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

/** So many looks, the latest `latest` seconds ago and each `apart` seconds after the one before. */
const looks = (count: number, latest: number, apart: number) => ({
  recent: Array.from({ length: count }, (_, index) => ago(latest + index * apart)),
})

describe('the rolling hour', () => {
  it.each<[title: string, tally: { recent: Date[] }, full: boolean, wait: number]>([
    ['has room for the first look', { recent: [] }, false, 0],
    ['has room for the thirtieth', looks(LOOKS_AN_HOUR - 1, 0, 1), false, 0],
    ['is full after thirty within seconds', looks(LOOKS_AN_HOUR, 0, 1), true, 60],
    ['asks for what is left of a minute since the last', looks(LOOKS_AN_HOUR, 20, 1), true, 40],
    ['asks for nothing a minute after the last', looks(LOOKS_AN_HOUR, 60, 1), true, 0],
    ['stays full for as long as the first of thirty is within it', looks(LOOKS_AN_HOUR, 90, 121), true, 0],
    ['has room again when the first of thirty has left it', looks(LOOKS_AN_HOUR, 10, 124), false, 0],
    [
      'ends the wait when the first of thirty is about to leave it',
      { recent: [...looks(LOOKS_AN_HOUR - 1, 0, 60).recent, ago(3_590)] },
      true,
      10,
    ],
  ])('%s', (_title, tally, full, wait) => {
    expect(isFull(tally, now)).toBe(full)
    expect(secondsToWait(tally, now)).toBe(wait)
  })
})

describe('the officer above', () => {
  it.each<[title: string, alertedAt: Date | null, due: boolean]>([
    ['is told the first time', null, true],
    ['is not told twice within an hour', ago(3_599), false],
    ['is told again after an hour', ago(3_600), true],
  ])('%s', (_title, alertedAt, due) => {
    expect(isAlertDue({ alertedAt }, now)).toBe(due)
  })
})
