import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefusal } from '../../../local/cloud'
import { startTestCloud, type TestCloud } from '../testCloud'

let folder: string
let cloud: TestCloud | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouwang-functions-'))
})
afterEach(async () => {
  await cloud?.dispose()
  cloud = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Somebody else's function, outside of this project: no package of ours is on its way up. */
function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

async function call(name: string, event: Record<string, unknown> = {}): Promise<unknown> {
  cloud ??= await startTestCloud({ functions: folder })
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
        export const main = async (event) => ({ ...event, known: sep.length })`,
    })
    expect(await call('modern', { a: 1 })).toEqual({ result: { a: 1, known: 1 } })
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

describe('the cloud does not start', () => {
  it.each<[when: string, files: Record<string, string>, sentence: RegExp]>([
    ['a config.json is no JSON', { 'f/config.json': '{' }, /f.config\.json is not valid JSON\.$/],
    ['a time limit is over 60 s', { 'f/config.json': '{"timeout":61}' }, /wrong at timeout: .*60/],
    [
      'a secret has no proper name',
      { 'f/config.json': '{"secrets":[{"name":"a-b","bytes":1}]}' },
      /secrets\.0\.name/,
    ],
  ])('when %s', async (_when, files, sentence) => {
    write({ 'f/index.js': '', ...files })
    await expect(call('f')).rejects.toThrow(StartRefusal)
    await expect(call('f')).rejects.toThrow(sentence)
  })

  it('when the folder is not there', async () => {
    await expect(startTestCloud({ functions: join(folder, 'none') })).rejects.toThrow(
      /There is no folder of functions/,
    )
  })
})
