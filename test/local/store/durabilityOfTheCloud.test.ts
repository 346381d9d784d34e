import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openStore } from '../../../local/store'
import { book } from '../protocol/bankClient'
import { fixtures } from '../testCloud'
import { bank, booksOf, openAccounts, owed, someTransfer } from './bank'
import { close, removeTemporaryStores, temporaryDirectory, temporaryStore } from './temporaryStore'

afterAll(removeTemporaryStores)

const root = join(__dirname, '../../..')
const clients = 4

const startCloudProcess = async (data: string, database: string) => {
  const words = ['--functions', fixtures, '--data', data, '--database', database, '--port', '0']
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'local/cloud.ts'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port) return { child, port: Number(port) }
  }
  throw new Error('the cloud did not start')
}

/** One call from a phone; undefined when the cloud is gone. */
const call = async (port: number, id: string): Promise<string | undefined> => {
  const body = JSON.stringify({ program: book.toString(), input: someTransfer(id) })
  const headers = { 'x-wx-openid': 'anna' }
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/call/program`, { method: 'POST', headers, body })
    return ((await answer.json()) as { result?: { value?: string } }).result?.value
  } catch {
    return undefined
  }
}

/** Lets clients move money through functions until so many transfers are acknowledged, and kills the cloud. */
const acknowledgedBeforeKill = async (data: string, database: string, round: number, most: number) => {
  const { child, port } = await startCloudProcess(data, database)
  const gone = once(child, 'exit')
  const acknowledged: string[] = []
  const client = async (name: number) => {
    for (let number = 0; ; number += 1) {
      const id = `${round}-${name}-${number}`
      const outcome = await call(port, id)
      if (outcome?.startsWith('booked')) acknowledged.push(id)
      if (acknowledged.length >= most) child.kill('SIGKILL')
      if (child.killed) return
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, name) => client(name)))
  expect(await gone).toEqual([null, 'SIGKILL'])
  return acknowledged
}

it('has every transfer that a phone was told of, and none by half, after each of three SIGKILLs', async () => {
  const data = temporaryDirectory()
  const database = join(data, 'declaration.json')
  writeFileSync(database, JSON.stringify({ collections: bank }))
  const before = openStore({ directory: data, declaration: { collections: bank } })
  openAccounts(before)
  before.close()
  const acknowledged: string[] = []
  for (const [round, most] of [5, 20, 40].entries()) {
    acknowledged.push(...(await acknowledgedBeforeKill(data, database, round, most)))
    const store = temporaryStore(bank, data)
    const { balances, transfers } = booksOf(store)
    const known = new Set(transfers.map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([])
    expect(balances).toEqual(owed(transfers))
    close(store)
  }
}, 60_000)
