import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FunctionDefinition } from '../../../local/functions/definition'
import { openSettled } from '../../../local/timers/settled'
import { Timers, type TimerEvent } from '../../../local/timers/timers'

let data: string
let now: Date
let fired: [functionName: string, event: TimerEvent][]
let said: string[]

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'shouwang-timers-'))
  now = new Date('2026-01-01T00:00:00Z')
  fired = []
  said = []
})
afterEach(() => rmSync(data, { recursive: true }))

const withTimer = (name: string, cron?: string): FunctionDefinition => ({
  name,
  folder: '/nowhere',
  timeoutSeconds: 3,
  memoryMegabytes: 256,
  secrets: [],
  timer: cron === undefined ? undefined : { name: `${name}Timer`, cron },
})
const nightly = withTimer('tidy', '0 0 2 * * * *')

function startTimers(...definitions: FunctionDefinition[]): Timers {
  return new Timers({
    definitions,
    settled: openSettled(data),
    now: () => now,
    fire: (name, event) => {
      fired.push([name, event])
      return Promise.resolve({ ok: true, result: 'null' })
    },
    log: (line) => said.push(line),
  })
}

function checkAt(timers: Timers, time: string): void {
  now = new Date(time)
  timers.check()
}

const times = (): string[] => fired.map(([, { Time }]) => Time)

describe('timers', () => {
  it('fire when they are due, with the event that the cloud sends', () => {
    const timers = startTimers(nightly)
    checkAt(timers, '2026-01-01T17:59:59.999Z')
    expect(fired).toEqual([])
    checkAt(timers, '2026-01-01T18:00:00.020Z')
    expect(fired).toEqual([
      ['tidy', { Type: 'Timer', TriggerName: 'tidyTimer', Time: '2026-01-01T18:00:00Z' }],
    ])
  })

  it('fire once for each time they are due, however often it is looked', () => {
    const timers = startTimers(nightly)
    for (const ms of ['000', '001', '500', '999']) checkAt(timers, `2026-01-01T18:00:00.${ms}Z`)
    checkAt(timers, '2026-01-02T18:00:00.000Z')
    expect(times()).toEqual(['2026-01-01T18:00:00Z', '2026-01-02T18:00:00Z'])
  })

  it('fire once after the machine slept, for the last time they were due', () => {
    const timers = startTimers(withTimer('tidy', '0 * * * * * *'))
    checkAt(timers, '2026-01-01T08:30:20Z')
    checkAt(timers, '2026-01-01T08:30:21Z')
    expect(times()).toEqual(['2026-01-01T08:30:00Z'])
    expect(said).toEqual([
      'tidy | the timer tidyTimer was due at 2026-01-01T08:30:00.000Z: it fires now, once',
    ])
  })

  it('fire once after the cloud was down while they were due', () => {
    startTimers(nightly)
    now = new Date('2026-01-05T01:00:00Z')
    const timers = startTimers(nightly)
    timers.check()
    timers.check()
    expect(times()).toEqual(['2026-01-04T18:00:00Z'])
  })

  it('do not fire again when the cloud is started again within the second', () => {
    checkAt(startTimers(nightly), '2026-01-01T18:00:00.100Z')
    checkAt(startTimers(nightly), '2026-01-01T18:00:00.900Z')
    expect(times()).toEqual(['2026-01-01T18:00:00Z'])
  })

  it('wait while it cannot be noted that they have fired, as on a full disk, and then fire once', () => {
    const timers = startTimers(nightly)
    rmSync(data, { recursive: true })
    checkAt(timers, '2026-01-01T18:00:00Z')
    expect([times(), said]).toEqual([
      [],
      [expect.stringContaining('the timer tidyTimer waits: Error: ENOENT')],
    ])
    mkdirSync(data)
    checkAt(timers, '2026-01-01T18:00:01Z')
    checkAt(timers, '2026-01-01T18:00:02Z')
    expect(times()).toEqual(['2026-01-01T18:00:00Z'])
  })

  it('do not make up for the time before they were first seen', () => {
    now = new Date('2026-06-01T00:00:00Z')
    startTimers(nightly).check()
    expect(fired).toEqual([])
  })

  it('begin anew when their pattern has changed', () => {
    startTimers(nightly)
    now = new Date('2026-01-05T01:00:00Z')
    startTimers(withTimer('tidy', '0 0 3 * * * *')).check()
    expect(fired).toEqual([])
  })

  it('begin anew when what was remembered is damaged', () => {
    startTimers(nightly)
    writeFileSync(join(data, 'timers.json'), '{"tidy":')
    now = new Date('2026-01-05T01:00:00Z')
    startTimers(nightly).check()
    expect(fired).toEqual([])
  })

  it('come and go with the functions that are reloaded', () => {
    const timers = startTimers(nightly)
    timers.reload([withTimer('tidy'), withTimer('count', '0 0 3 * * * *')])
    checkAt(timers, '2026-01-01T20:00:00Z')
    expect(fired.map(([name]) => name)).toEqual(['count'])
  })

  it('do not fire twice because functions were reloaded in between', () => {
    const timers = startTimers(nightly)
    checkAt(timers, '2026-01-01T18:00:00.100Z')
    timers.reload([nightly])
    checkAt(timers, '2026-01-01T18:00:00.200Z')
    expect(fired).toHaveLength(1)
  })

  it('are shown with the time at which they are due next', () => {
    const timers = startTimers(nightly, withTimer('never', '0 0 2 * * * 2020'), withTimer('untimed'))
    expect(timers.list).toEqual([
      { function: 'tidy', name: 'tidyTimer', cron: '0 0 2 * * * *', next: new Date('2026-01-01T18:00:00Z') },
      { function: 'never', name: 'neverTimer', cron: '0 0 2 * * * 2020', next: undefined },
    ])
  })

  it('can be fired by hand, which does not change when they are due', async () => {
    const timers = startTimers(nightly)
    now = new Date('2026-01-01T12:34:56.789Z')
    await timers.fire('tidy')
    checkAt(timers, '2026-01-01T18:00:00Z')
    expect(times()).toEqual(['2026-01-01T12:34:56Z', '2026-01-01T18:00:00Z'])
  })
})
