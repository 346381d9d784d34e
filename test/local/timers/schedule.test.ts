import { lastDue, nextDue, readTimer } from '../../../local/timers/schedule'

const next = (cron: string, after: string): string | undefined =>
  nextDue(cron, new Date(after))?.toISOString()

describe('a timer is due', () => {
  it.each([
    ['at its hour in UTC+8', '0 0 2 * * * *', '2026-01-01T00:00:00Z', '2026-01-01T18:00:00.000Z'],
    ['after the moment, not at it', '0 0 2 * * * *', '2026-01-01T18:00:00Z', '2026-01-02T18:00:00.000Z'],
    ['every five seconds', '*/5 * * * * * *', '2026-01-01T00:00:01.500Z', '2026-01-01T00:00:05.000Z'],
    [
      'every ten minutes from the first',
      '0 1/10 * * * * *',
      '2026-01-01T00:02:00Z',
      '2026-01-01T00:11:00.000Z',
    ],
    ['on working days', '0 15 10 * * MON-FRI *', '2026-01-03T00:00:00Z', '2026-01-05T02:15:00.000Z'],
    ['on a day or on a weekday', '0 0 2 15 * 1 *', '2026-01-01T00:00:00Z', '2026-01-04T18:00:00.000Z'],
    ['on Sundays, which are 0', '0 0 12 * * 0 *', '2026-01-01T00:00:00Z', '2026-01-04T04:00:00.000Z'],
    ['in its year', '0 0 0 1 1 * 2030', '2026-01-01T00:00:00Z', '2029-12-31T16:00:00.000Z'],
    ['on the 29th of February', '0 0 0 29 2 * *', '2026-01-01T00:00:00Z', '2028-02-28T16:00:00.000Z'],
    ['never again when its year is over', '0 0 2 * * * 2020', '2026-01-01T00:00:00Z', undefined],
    ['never on a day that no month has', '0 0 2 31 2 * *', '2026-01-01T00:00:00Z', undefined],
  ])('%s', (_when, cron, after, expected) => {
    expect(next(cron, after)).toBe(expected)
  })

  it('last at the moment itself, if that is a due one', () => {
    const at = (text: string) => lastDue('0 0 2 * * * *', new Date(text))?.toISOString()
    expect(at('2026-01-01T18:00:00.000Z')).toBe('2026-01-01T18:00:00.000Z')
    expect(at('2026-01-01T17:59:59.999Z')).toBe('2025-12-31T18:00:00.000Z')
  })
})

function read(triggers: unknown): { timer: unknown; said: string[] } {
  const said: string[] = []
  const timer = readTimer(triggers, (sentence) => said.push(sentence))
  return { timer, said }
}
const declared = { name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }

describe('the triggers of a config.json', () => {
  it('declare one timer', () => {
    expect(read([declared])).toEqual({ timer: { name: 'nightly', cron: '0 0 2 * * * *' }, said: [] })
  })

  it.each([
    ['absent', undefined],
    ['empty', []],
  ])('declare none when they are %s', (_how, triggers) => {
    expect(read(triggers)).toEqual({ timer: undefined, said: [] })
  })

  it('may hold one timer only, as in the cloud', () => {
    const { timer, said } = read([declared, { ...declared, name: 'other' }])
    expect(timer).toEqual({ name: 'nightly', cron: '0 0 2 * * * *' })
    expect(said).toEqual(['has more than one trigger. Only the first is used: a function has one timer.'])
  })

  it.each([
    ['a cron of five fields', { config: '0 2 * * *' }],
    ['a cron of six fields', { config: '0 0 2 * * *' }],
    ['a cron of eight fields', { config: '0 0 2 * * * * *' }],
    ['an hour 24', { config: '0 0 24 * * * *' }],
    ['a weekday 7', { config: '0 0 2 * * 7 *' }],
    ['the last day, which WeChat does not know', { config: '0 0 2 L * * *' }],
    ['a question mark', { config: '0 0 2 ? * * *' }],
    ['a nickname', { config: '@daily' }],
    ['a cron that is no text', { config: 5 }],
    ['another type', { type: 'cos' }],
    ['a name that begins with a digit', { name: '1st' }],
    ['a name of 61 letters', { name: 'a'.repeat(61) }],
  ])('are left out for %s, and it is said why', (_what, wrong) => {
    const { timer, said } = read([{ ...declared, ...wrong }])
    expect(timer).toBeUndefined()
    expect(said).toEqual([expect.stringMatching(/^is wrong at triggers\.0\.\w+: .* The timer is not set\.$/)])
  })

  it('are left out when they are no list of objects', () => {
    expect(read('0 0 2 * * * *').said).toEqual([expect.stringContaining('The timer is not set.')])
    expect(read([null]).said).toEqual([expect.stringContaining('The timer is not set.')])
  })
})
