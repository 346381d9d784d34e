import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PortTaken, StartRefusal } from '../../../local/cloud'
import { startTestCloud } from '../testCloud'
import { ask } from './ask'

const folder = mkdtempSync(join(tmpdir(), 'shouwang-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

function declare(text: string): string {
  const file = join(folder, 'database.json')
  writeFileSync(file, text)
  return file
}

describe('starting the cloud', () => {
  it('takes the collections and indexes from a file', async () => {
    const index = { name: 'n', keys: [['n', 1]], unique: true }
    const database = declare(JSON.stringify({ collections: { notes: { indexes: [index] } } }))
    const cloud = await startTestCloud({ database })
    const adding = cloud.run(({ db }) => db.collection('notes').add({ data: [{ n: 1 }, { n: 1 }] }))
    await expect(adding).rejects.toThrow(/index: n/)
    await cloud.dispose()
  })

  it.each<[what: string, database: () => string, sentence: RegExp]>([
    [
      'a declaration that is not there',
      () => '/nowhere.json',
      /^The database declaration \/nowhere\.json cannot be read/,
    ],
    ['a declaration that is no JSON', () => declare('{'), /cannot be read/],
    ['a declaration without collections', () => declare('{}'), /is wrong at collections/],
    [
      'an index without a direction',
      () => declare('{"collections":{"a":{"indexes":[{"name":"n","keys":[["n"]]}]}}}'),
      /is wrong at collections\.a\.indexes\.0\.keys\.0/,
    ],
  ])('is refused for %s', async (_what, database, sentence) => {
    const starting = startTestCloud({ database: database() })
    await expect(starting).rejects.toThrow(StartRefusal)
    await expect(starting).rejects.toThrow(sentence)
  })

  it('is refused on a port that another program uses', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()))
    const { port } = other.address() as AddressInfo
    await expect(startTestCloud({ port })).rejects.toThrow(new PortTaken(port))
    other.close()
  })

  it('answers calls with an error once it has been stopped', async () => {
    const cloud = await startTestCloud()
    const underWay = cloud.call('faulty', { action: 'pauses' }, 'anna')
    await cloud.stop()
    const late = cloud.call('faulty', { action: 'works' }, 'anna')
    const stopped = { error: { errCode: -504002, errMsg: 'the local cloud was stopped' } }
    expect(await Promise.all([underWay, late])).toEqual([stopped, stopped])
  })

  it('answers calls under way before it closes their connections', async () => {
    const cloud = await startTestCloud()
    const before = cloud.requests.mark()
    const program = `async ({ db }) => {
      await db.collection('notes').count()
      return new Promise((resolve) => setTimeout(resolve, 2000))
    }`
    const headers = { 'x-wx-openid': 'anna' }
    const body = JSON.stringify({ program })
    const underWay = Array.from({ length: 8 }, () =>
      ask(cloud.port, '/call/program', { method: 'POST', headers, body }),
    )
    while (cloud.requests.mark() === before) await new Promise((resolve) => setTimeout(resolve, 10))
    await cloud.dispose()
    const answers = await Promise.all(underWay)
    expect(answers.map(({ text }) => JSON.parse(text) as unknown)).toEqual(
      Array(8).fill({ error: { errCode: -504002, errMsg: 'the local cloud was stopped' } }),
    )
  })

  it('gives the port back when it does not succeed', async () => {
    const first = await startTestCloud()
    const { port } = first
    await first.dispose()
    writeFileSync(join(folder, 'secrets.json'), 'not JSON')
    await expect(startTestCloud({ port, data: folder })).rejects.toThrow(StartRefusal)
    const third = await startTestCloud({ port })
    await third.dispose()
  })
})
