import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { documents, index, removeTemporaryStores, temporaryDirectory, temporaryStore } from './temporaryStore'

afterEach(removeTemporaryStores)

const collections = { cases: { indexes: [index('place', { place: 1 })] } }

/** Lets a process write until it has acknowledged so many writes, kills it, and gives what it had acknowledged. */
const acknowledgedBeforeKill = async (directory: string, writes: number): Promise<string[]> => {
  const writer = join(__dirname, 'endlessWriter.ts')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', writer, directory, JSON.stringify({ collections })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const gone = once(child, 'exit')
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line)
    if (acknowledged.length === writes) child.kill('SIGKILL')
  }
  expect(await gone).toEqual([null, 'SIGKILL'])
  return acknowledged
}

it('has every acknowledged write after a SIGKILL, again and again', async () => {
  const directory = temporaryDirectory()
  const acknowledged: string[] = []
  for (const writes of [1, 150, 400]) acknowledged.push(...(await acknowledgedBeforeKill(directory, writes)))
  const store = temporaryStore(collections, directory)
  const found = documents(store.find('cases', { filter: { place: 'p' } }))
  const complete = new Set(found.filter(({ updated }) => updated === true).map(({ _id }) => _id))
  expect(acknowledged.length).toBeGreaterThanOrEqual(551)
  expect(acknowledged.filter((id) => !complete.has(id))).toEqual([])
}, 30_000)
