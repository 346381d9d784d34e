import { makeStrangersFolder } from '../functions/strangersFolder'
import { startTestCloud, type TestCloud } from '../testCloud'
import { until } from '../until'
import { ask } from './ask'

const folder = makeStrangersFolder()
let cloud: TestCloud

beforeAll(async () => {
  const triggers = (cron: string) =>
    JSON.stringify({ triggers: [{ name: 'tick', type: 'timer', config: cron }] })
  folder.write({
    'tidy/index.js': `
      const cloud = require('wx-server-sdk')
      cloud.init()
      exports.main = async (event) => {
        await cloud.database().collection('notes').add({ data: { fired: true } })
        return { event, context: cloud.getWXContext() }
      }`,
    'tidy/config.json': triggers('0 0 2 * * * 2099'),
    'often/index.js': `exports.main = ({ Time }) => console.log('fired for', Time)`,
    'often/config.json': triggers('* * * * * * *'),
    'untimed/index.js': 'exports.main = () => 1',
    'wrong/index.js': 'exports.main = () => 1',
    'wrong/config.json': triggers('0 2 * * *'),
  })
  cloud = await startTestCloud({ functions: folder.path, timers: true })
})
afterAll(async () => {
  await cloud.dispose()
  folder.remove()
})

const fire = (name: string, headers: Record<string, string> = {}, body = '') =>
  ask(cloud.port, `/timer/${name}`, { method: 'POST', headers, body })

describe('POST /timer/<function>', () => {
  it('fires its timer now: nobody calls, and the event says when', async () => {
    const { status, text } = await fire('tidy')
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        result: {
          event: {
            Type: 'Timer',
            TriggerName: 'tick',
            Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
          },
          context: { ENV: 'local', SOURCE: 'wx_trigger' },
        },
      },
    ])
  })

  it.each(['untimed', 'wrong', 'nobody', '__proto__', '..%2Ftidy'])(
    'has none to fire for %s',
    async (name) => {
      expect(JSON.parse((await fire(name)).text)).toEqual({
        error: { errCode: -501007, errMsg: 'there is no function with a timer of that name' },
      })
    },
  )

  it('is not for pages, not even ours', async () => {
    expect((await fire('tidy', { origin: cloud.origin })).status).toBe(403)
    expect((await fire('tidy', { origin: 'https://evil.example' })).status).toBe(403)
  })

  it('reads no event: who fires a timer cannot say what it carries', async () => {
    const { text } = await fire('tidy', { 'content-type': 'application/json' }, '{"Type":"forged","more":1}')
    expect(JSON.parse(text)).toMatchObject({ result: { event: { Type: 'Timer', TriggerName: 'tick' } } })
    expect(text).not.toContain('more')
  })
})

describe('GET /timer', () => {
  it('lists the timers with the time each is due next', async () => {
    const { text } = await ask(cloud.port, '/timer')
    expect(JSON.parse(text)).toEqual([
      { function: 'often', name: 'tick', cron: '* * * * * * *', next: expect.any(String) as string },
      { function: 'tidy', name: 'tick', cron: '0 0 2 * * * 2099', next: '2098-12-31T18:00:00.000Z' },
    ])
  })
})

describe('a running cloud', () => {
  it('fires timers by itself, each due second once', async () => {
    const seconds = () => cloud.lines.flatMap((line) => /^often \| fired for (.*)$/.exec(line)?.[1] ?? [])
    await until(() => seconds().length >= 3)
    expect(new Set(seconds()).size).toBe(seconds().length)
  })

  it('says which timer is not set, and why', () => {
    expect(cloud.lines).toContainEqual(
      expect.stringMatching(/wrong.config\.json is wrong at triggers\.0\.config: /),
    )
  })

  it('lets a test fire a timer', async () => {
    expect(await cloud.fireTimer('untimed')).toMatchObject({ error: { errCode: -501007 } })
    expect(await cloud.fireTimer('tidy')).toMatchObject({ result: { event: { TriggerName: 'tick' } } })
  })
})

describe('a cloud that was not asked to', () => {
  it('fires no timer by itself', async () => {
    const quiet = await startTestCloud({ functions: folder.path })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(quiet.lines.filter((line) => line.startsWith('often'))).toEqual([])
    await quiet.dispose()
  })
})
