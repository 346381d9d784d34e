import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { inRoot } from '../../config/root'

const preload = inRoot('config/endWithParent.cjs')

/** A program that runs another one with the preload, says so, and stays. */
const parent = (program: string): string => `
  const { spawn } = require('node:child_process')
  const child = spawn(process.execPath, ['--require', ${JSON.stringify(preload)}, '-e', ${JSON.stringify(program)}],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.channel.unref()
  console.log('started')
`

describe('a program that ends with its parent', () => {
  it('is gone soon after its parent was killed', async () => {
    const killed = spawn(process.execPath, ['-e', parent('setInterval(() => {}, 1000)')])
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    // Both write into it: it is closed when both are gone.
    expect(await once(killed, 'close')).toEqual([null, 'SIGKILL'])
  })

  it('ends by itself when it is done', () => {
    const { status } = spawnSync(process.execPath, ['-e', parent('')], { timeout: 20_000 })
    expect(status).toBe(0)
  })
})
