import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readWanted } from '../../../config/deploy/wanted'
import { inRoot } from '../../../config/root'

let functions: string

/** A built function `tip`, with these files in the place of the usual ones. */
function write(files: Record<string, string> = {}): void {
  const config = { timeout: 20, permissions: { openapi: ['wxacode.get', 'subscribeMessage.send'] } }
  const usual = { 'index.js': 'code', 'package.json': '{}', 'config.json': JSON.stringify(config) }
  for (const [file, content] of Object.entries({ ...usual, ...files }))
    writeFileSync(path.join(functions, 'tip', file), content)
}

beforeEach(() => {
  functions = mkdtempSync(path.join(tmpdir(), 'shouwang-wanted-'))
  mkdirSync(path.join(functions, 'tip'))
  write()
})
afterEach(() => rmSync(functions, { recursive: true }))

const database = inRoot('config/database.json')
const read = (variables: Record<string, string> = {}) => readWanted(functions, database, variables)
const code = () => read().functions.tip?.mark.code

it('reads limits and timer from config.json, and WeChat’s interfaces in one order', () => {
  const trigger = { name: 'daily', type: 'timer', config: '0 0 3 * * * *' }
  write({
    'config.json': JSON.stringify({
      timeout: 20,
      memorySize: 512,
      triggers: [trigger],
      permissions: { openapi: ['wxacode.get', 'subscribeMessage.send'] },
    }),
  })
  expect(read().functions.tip).toMatchObject({
    timeout: 20,
    memory: 512,
    timers: [{ name: 'daily', cron: '0 0 3 * * * *' }],
    mark: { interfaces: ['subscribeMessage.send', 'wxacode.get'] },
  })
})

it.each(['index.js', 'package.json', 'config.json', 'loadedLater.js'])(
  'another %s is another code',
  (file) => {
    const before = code()
    write({ [file]: '{"other":true}' })
    expect(code()).not.toBe(before)
  },
)

it('the same files are the same code, whenever they were written', () => {
  const before = code()
  write()
  writeFileSync(path.join(functions, 'tip', 'index.js.map'), 'not uploaded')
  expect(code()).toBe(before)
})

it('takes ids of templates and secrets from the environment, and nothing else', () => {
  write({ 'config.json': JSON.stringify({ secrets: [{ name: 'SHOUWANG_SEAL_KEY', bytes: 32 }] }) })
  const { templates, brought } = read({
    SHOUWANG_TEMPLATE_CASE_PROGRESS: 'id',
    SHOUWANG_SEAL_KEY: 'kept',
    SHOUWANG_OTHER: 'x',
    PATH: 'y',
  })
  expect([templates, brought]).toEqual([
    { SHOUWANG_TEMPLATE_CASE_PROGRESS: 'id' },
    { SHOUWANG_SEAL_KEY: 'kept' },
  ])
})

it('the database fits into an environment: a hundred collections, a hundred indexes each, of names that are not the cloud’s', () => {
  // https://docs.cloudbase.net/en/faq/database
  const { collections } = read()
  expect(Object.keys(collections).length).toBeLessThanOrEqual(100)
  for (const indexes of Object.values(collections)) {
    expect(indexes.length).toBeLessThanOrEqual(100)
    expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length)
    for (const { name, keys } of indexes) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/)
      expect(keys.length).toBeLessThanOrEqual(31)
    }
  }
})
