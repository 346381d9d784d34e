import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Files } from '../../../local/files/files'

const directory = mkdtempSync(join(tmpdir(), 'files-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** Lets a process write until it has acknowledged so many writes, and kills it. */
const killAfter = async (writes: number): Promise<void> => {
  const uploader = join(__dirname, 'endlessUploader.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', uploader, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  let acknowledged = 0
  createInterface({ input: child.stdout }).on('line', () => {
    acknowledged += 1
    if (acknowledged === writes) child.kill('SIGKILL')
  })
  expect(await gone).toEqual([null, 'SIGKILL'])
}

it.each([20, 33, 57, 101, 160])('holds whole files only, after a SIGKILL at write %i', async (writes) => {
  await killAfter(writes)
  const files = new Files(directory)
  for (const path of ['a', 'b']) {
    const content = await text(files.read(path)!)
    expect([content.length, new Set(content).size]).toEqual([files.find(path)!.size, 1])
    expect(content.length % 10_000).toBe(0)
  }
  expect(readdirSync(join(directory, 'contents'))).toHaveLength(2)
  files.close()
})
