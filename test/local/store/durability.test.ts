import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildSync } from 'esbuild'
import { Connection } from '../../../local/store/driver'
import { booksOf, bank, openAccounts, owed } from './bank'
import {
  close,
  documents,
  index,
  removeTemporaryStores,
  temporaryDirectory,
  temporaryStore,
} from './temporaryStore'

const collections = { cases: { indexes: [index('place', { place: 1 })] } }

/** Programs as one file each: started fifty times over, they must start fast. */
const programs = temporaryDirectory()
beforeAll(() => {
  buildSync({
    entryPoints: ['endlessWriter.ts', 'endlessTransfers.ts'].map((name) => join(__dirname, name)),
    outdir: programs,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@photostructure/sqlite'],
  })
})
afterAll(removeTemporaryStores)

/** Lets a program write until it has acknowledged so many writes, kills it, and gives what it had acknowledged. */
const acknowledgedBeforeKill = async (
  program: string,
  directory: string,
  writes: number,
): Promise<string[]> => {
  const child = spawn(process.execPath, [join(programs, program), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: join(__dirname, '../../../node_modules') },
  })
  const gone = once(child, 'exit')
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line)
    if (acknowledged.length === writes) child.kill('SIGKILL')
  }
  expect(await gone).toEqual([null, 'SIGKILL'])
  return acknowledged
}

/** What SQLite itself finds wrong with the file. */
const faultsIn = (directory: string): unknown[] => {
  const connection = new Connection(join(directory, 'database.sqlite'))
  const found = [...connection.rows('PRAGMA integrity_check')].map((row) => row.integrity_check)
  connection.close()
  return found
}

it('has every acknowledged write after each of twenty SIGKILLs', async () => {
  const directory = temporaryDirectory()
  close(temporaryStore(collections, directory))
  const acknowledged: string[] = []
  for (let round = 0; round < 20; round += 1) {
    acknowledged.push(...(await acknowledgedBeforeKill('endlessWriter.js', directory, 1 + 13 * round)))
    expect(faultsIn(directory)).toEqual(['ok'])
    const store = temporaryStore(collections, directory)
    const found = documents(store.find('cases', { filter: { place: 'p' } }))
    const complete = new Set(found.filter(({ updated }) => updated === true).map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !complete.has(id))).toEqual([])
    close(store)
  }
}, 60_000)

it('has every acknowledged transaction, and none by half, after each of ten SIGKILLs', async () => {
  const directory = temporaryDirectory()
  const before = temporaryStore(bank, directory)
  openAccounts(before)
  close(before)
  const acknowledged: string[] = []
  for (let round = 0; round < 10; round += 1) {
    acknowledged.push(...(await acknowledgedBeforeKill('endlessTransfers.js', directory, 1 + 20 * round)))
    expect(faultsIn(directory)).toEqual(['ok'])
    const store = temporaryStore(bank, directory)
    const { balances, transfers } = booksOf(store)
    const known = new Set(transfers.map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([])
    expect(balances).toEqual(owed(transfers))
    close(store)
  }
}, 60_000)
