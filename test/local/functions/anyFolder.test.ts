import { join } from 'node:path'
import { StartRefusal } from '../../../local/cloud'
import { startTestCloud, type TestCloud } from '../testCloud'
import { makeStrangersFolder, type StrangersFolder } from './strangersFolder'

let folder: StrangersFolder
let cloud: TestCloud | undefined

beforeEach(() => {
  folder = makeStrangersFolder()
})
afterEach(async () => {
  await cloud?.dispose()
  cloud = undefined
  folder.remove()
})

const write = (files: Record<string, string>): void => folder.write(files)

async function call(name: string, event: Record<string, unknown> = {}): Promise<unknown> {
  cloud ??= await startTestCloud({ functions: folder.path })
  return cloud.call(name, event, 'anna')
}

describe("anybody's functions", () => {
  it('run without node_modules of their own: the SDK is lent', async () => {
    write({
      'notes/index.js': `
        const cloud = require('wx-server-sdk')
        cloud.init()
        exports.main = async () => {
          const { _id } = await cloud.database().collection('notes').add({ data: { by: cloud.getWXContext().OPENID } })
          return (await cloud.database().collection('notes').doc(_id).get()).data.by
        }`,
    })
    expect(await call('notes')).toEqual({ result: 'anna' })
  })

  it('are lent nothing but the SDK', async () => {
    write({ 'greedy/index.js': `exports.main = () => require('valibot')` })
    expect(await call('greedy')).toMatchObject({ error: { errMsg: "Error: Cannot find module 'valibot'" } })
  })

  it('use their own SDK when they have one', async () => {
    write({
      'own/index.js': `exports.main = () => require('wx-server-sdk').name`,
      'own/node_modules/wx-server-sdk/index.js': `exports.name = 'its own'`,
    })
    expect(await call('own')).toEqual({ result: 'its own' })
  })

  it('use packages of the folder around them', async () => {
    write({
      'near/index.js': `exports.main = () => require('shared').name`,
      'node_modules/shared/index.js': `exports.name = 'around'`,
    })
    expect(await call('near')).toEqual({ result: 'around' })
  })

  it('may be written in sloppy mode', async () => {
    write({
      'sloppy/index.js': `
        exports.main = function (event) {
          leaked = event.count
          with (event) { leaked += count }
          return { leaked, octal: 010 }
        }`,
    })
    expect(await call('sloppy', { count: 2 })).toEqual({ result: { leaked: 4, octal: 8 } })
  })

  it('may be ES modules', async () => {
    write({
      'modern/package.json': '{ "type": "module" }',
      'modern/index.js': `
        import { sep } from 'node:path'
        export const main = async ({ a }) => ({ a, known: sep.length })`,
    })
    expect(await call('modern', { a: 1 })).toEqual({ result: { a: 1, known: 1 } })
  })

  it('may be ES modules that await and import the SDK, which is lent', async () => {
    write({
      'newest/package.json': '{ "type": "module" }',
      'newest/index.js': `
        import cloud from 'wx-server-sdk'
        cloud.init()
        const greeting = await Promise.resolve('I am')
        export const main = async () => [greeting, cloud.getWXContext().OPENID]`,
    })
    expect(await call('newest')).toEqual({ result: ['I am', 'anna'] })
  })

  it('may answer by calling back', async () => {
    write({
      'old/index.js': `
        exports.main = (event, context, callback) => {
          setTimeout(() => callback(event.fails ? new Error('no') : null, { answered: true }))
        }`,
    })
    expect(await call('old')).toEqual({ result: { answered: true } })
    expect(await call('old', { fails: true })).toMatchObject({ error: { errMsg: 'Error: no' } })
  })

  it('may return a promise though they take a callback', async () => {
    write({ 'both/index.js': 'exports.main = async (event, context, callback) => event.a' })
    expect(await call('both', { a: 1 })).toEqual({ result: 1 })
  })

  it('find the caller in event.userInfo, a part of the event that they pass on', async () => {
    write({ 'early/index.js': 'exports.main = (event) => ({ ...event })' })
    const userInfo = { appId: 'touristappid', openId: 'anna' }
    expect(await call('early', { a: 1 })).toEqual({ result: { a: 1, userInfo } })
  })

  it('may take userInfo out of the event, in strict mode too', async () => {
    write({ 'tidy/index.js': `'use strict'\nexports.main = (event) => (delete event.userInfo, event)` })
    expect(await call('tidy', { a: 1 })).toEqual({ result: { a: 1 } })
  })

  it('find in a profile that the phone sent as userInfo who really calls', async () => {
    write({ 'early/index.js': 'exports.main = (event) => event.userInfo' })
    expect(await call('early', { userInfo: { nickName: '安娜', openId: 'victim' } })).toEqual({
      result: { nickName: '安娜', appId: 'touristappid', openId: 'anna' },
    })
  })

  it('run beside one that has a syntax error', async () => {
    write({ 'broken/index.js': 'exports.main = (', 'sound/index.js': 'exports.main = () => 1' })
    expect(await call('broken')).toMatchObject({
      error: { errCode: -504002, errMsg: expect.stringMatching(/^SyntaxError: /) as string },
    })
    expect(await call('sound')).toEqual({ result: 1 })
  })

  it('live in UTC, and may set another time zone', async () => {
    const hours = `new Date('2026-01-01T00:00:00Z').getHours()`
    write({
      'plain/index.js': `exports.main = () => ${hours}`,
      'zoned/index.js': `process.env.TZ = 'Asia/Shanghai'\nexports.main = () => ${hours}`,
    })
    expect([await call('plain'), await call('zoned')]).toEqual([{ result: 0 }, { result: 8 }])
  })

  it('read their files from the folder they are in', async () => {
    write({
      'reader/index.js': `exports.main = () => require('node:fs').readFileSync('./words.txt', 'utf8')`,
      'reader/words.txt': 'hello',
    })
    expect(await call('reader')).toEqual({ result: 'hello' })
  })

  it('are told about themselves by the context', async () => {
    write({
      'curious/index.js': 'exports.main = (event, context) => context',
      'curious/config.json': '{ "timeout": 20, "memorySize": 128, "permissions": { "openapi": [] } }',
    })
    expect(await call('curious')).toMatchObject({
      result: { function_name: 'curious', memory_limit_in_mb: 128, time_limit_in_ms: 20000 },
    })
  })

  it('are the folders that have an index.js', async () => {
    write({ 'one/index.js': 'exports.main = () => 1', 'docs/readme.md': 'none', 'file.js': 'none' })
    expect(await call('one')).toEqual({ result: 1 })
    expect(await call('docs')).toMatchObject({ error: { errCode: -501000 } })
  })
})

describe('a careless config.json', () => {
  const limits = `exports.main = (event, context) => [context.time_limit_in_ms, context.memory_limit_in_mb]`

  it.each<[what: string, text: string, found: number[], line: RegExp]>([
    [
      'no JSON',
      '{ "timeout": 20, }',
      [3000, 256],
      /config\.json is not valid JSON\. The defaults are used\.$/,
    ],
    ['empty', '', [3000, 256], /is not valid JSON/],
    ['a list', '[]', [3000, 256], /^f ok/],
    [
      'wrong in one field',
      '{"timeout":"20","memorySize":128}',
      [3000, 128],
      /wrong at timeout: .* The default is used\.$/,
    ],
  ])('that is %s keeps nobody from running', async (_what, text, found, line) => {
    write({ 'f/index.js': limits, 'f/config.json': text })
    expect(await call('f')).toEqual({ result: found })
    expect(cloud?.lines).toContainEqual(expect.stringMatching(line))
  })

  it('may ask for more time than there is: it is given 60 s', async () => {
    write({ 'f/index.js': limits, 'f/config.json': '{"timeout":900}' })
    expect(await call('f')).toEqual({ result: [60_000, 256] })
  })

  it('may begin with a byte order mark', async () => {
    write({ 'f/index.js': limits, 'f/config.json': '\uFEFF{"timeout":20}' })
    expect(await call('f')).toEqual({ result: [20_000, 256] })
  })
})

describe('the cloud does not start', () => {
  it('when a secret has no proper name', async () => {
    write({ 'f/index.js': '', 'f/config.json': '{"secrets":[{"name":"a-b","bytes":1}]}' })
    await expect(call('f')).rejects.toThrow(StartRefusal)
    await expect(call('f')).rejects.toThrow(/secrets\.0\.name/)
  })

  it('when the folder is not there', async () => {
    await expect(startTestCloud({ functions: join(folder.path, 'none') })).rejects.toThrow(
      /There is no folder of functions/,
    )
  })
})
