import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readCloudOptions } from '../../../local/server/commandLine'
import { fixtures } from '../testCloud'

const root = join(__dirname, '..', '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'shouwang-cli-'))
const running = new Set<ChildProcess>()

beforeAll(() => {
  writeFileSync(join(folder, 'database.json'), '{ "collections": { "notes": {} } }')
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Words {
  functions?: string
  data?: string
  database?: string
  port?: string
  [other: string]: string | undefined
}

function words(changes: Words = {}): string[] {
  const all: Words = {
    functions: fixtures,
    data: join(folder, 'data'),
    database: join(folder, 'database.json'),
    port: '0',
    ...changes,
  }
  return Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))
}

function launch(args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', join('local', 'cloud.ts'), ...args], {
    cwd: root,
  })
  running.add(child)
  return child
}

interface Launched {
  child: ChildProcess
  origin: string
  lines: string[]
}

function launchCloud(changes?: Words): Promise<Launched> {
  return listening(launch(words(changes)))
}

/** Waits for the sentence that names the address. */
function listening(child: ChildProcess): Promise<Launched> {
  running.add(child)
  const lines: string[] = []
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      lines.push(line)
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
      if (origin !== undefined) resolve({ child, origin, lines })
    })
    child.once('exit', () => reject(new Error(`ended before it listened: ${lines.join('\n')}`)))
  })
}

async function run(origin: string, program: string, input?: unknown): Promise<unknown> {
  const response = await fetch(`${origin}/call/program`, {
    method: 'POST',
    headers: { 'x-wx-openid': 'anna' },
    body: JSON.stringify({ program, input }),
  })
  return response.json()
}

const add = `({ db }, n) => db.collection('notes').add({ data: { n } })`
const count = `async ({ db }) => (await db.collection('notes').count()).total`

describe('npm run cloud', () => {
  it('keeps everything over an orderly end, which SIGTERM and SIGINT ask for', async () => {
    const data = join(folder, 'orderly')
    for (const [signal, total] of [
      ['SIGTERM', 1],
      ['SIGINT', 2],
    ] as const) {
      const { child, origin } = await launchCloud({ data })
      await run(origin, add, total)
      expect(await run(origin, count)).toEqual({ result: { value: total } })
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([0, null])
    }
  })

  it('loses nothing it has acknowledged when it is killed', async () => {
    const data = join(folder, 'killed')
    const first = await launchCloud({ data })
    const acknowledged: number[] = []
    const writers = Array.from({ length: 4 }, async (_item, writer) => {
      for (let n = 0; ; n += 1) {
        await run(first.origin, add, writer * 1_000_000 + n)
        acknowledged.push(writer * 1_000_000 + n)
        if (acknowledged.length === 100) first.child.kill('SIGKILL')
      }
    })
    await Promise.allSettled(writers)
    const second = await launchCloud({ data })
    const find = `async ({ db, _ }, wanted) => (await db.collection('notes').where({ n: _.in(wanted) }).count()).total`
    expect(await run(second.origin, find, acknowledged)).toEqual({ result: { value: acknowledged.length } })
    expect(acknowledged.length).toBeGreaterThanOrEqual(100)
  })

  it.each<[found: string, functions: string, line: RegExp]>([
    ['some', fixtures, /^Functions: caller, faulty, .*, whoami$/],
    ['none', folder, /^Functions: none; each is a folder with an index\.js$/],
  ])('names the functions that it found, when it found %s', async (_found, functions, line) => {
    const { lines } = await launchCloud({ functions })
    expect(lines).toContainEqual(expect.stringMatching(line))
  })

  it('prints the secrets that a person has to know', async () => {
    const { lines, child } = await launchCloud()
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(lines).toContainEqual(expect.stringMatching(/^SETUP_CODE: \S+$/))
    expect(lines.join('\n')).not.toContain('SEAL_KEY')
  })

  it('ends when npm that ran it is told to end, though npm tells only the shell in between', async () => {
    const command = [process.execPath, '--import', 'tsx', 'local/cloud.ts', ...words()].join(' ')
    const env = { ...process.env, npm_lifecycle_event: 'cloud' }
    const { child } = await listening(spawn('sh', ['-c', `${command}; true`], { cwd: root, env }))
    child.kill('SIGTERM')
    await once(child, 'close')
    expect(child.signalCode).toBe('SIGTERM')
  })

  it('answers what it cannot start with in one sentence', async () => {
    const child = launch(words({ functions: '/nowhere' }))
    const errors: string[] = []
    createInterface({ input: child.stderr! }).on('line', (line) => errors.push(line))
    const [code] = (await once(child, 'close')) as [number]
    expect([code, errors]).toEqual([1, ['There is no folder of functions at /nowhere.']])
  })
})

describe('its options', () => {
  it('are read', () => {
    expect(readCloudOptions(words({ port: '8080', site: 'dist/h5' }))).toEqual({
      functions: fixtures,
      data: join(folder, 'data'),
      database: join(folder, 'database.json'),
      port: 8080,
      site: 'dist/h5',
    })
  })

  it.each<[what: string, args: string[], sentence: RegExp]>([
    ['missing', ['--functions', 'x'], /^Missing: --data, --database, --port\. Usage: npm run cloud -- .*$/],
    ['unknown', [...words(), '--prot', '1'], /^Unknown option '--prot'.* Usage: npm run cloud -- .*$/],
    [
      'without a value',
      [...words(), '--site'],
      /^Option '--site.* argument missing.* Usage: npm run cloud -- .*$/,
    ],
    [
      'more than options',
      [...words(), 'start'],
      /^Unexpected argument 'start'.* Usage: npm run cloud -- .*$/,
    ],
    ['a port that is none', words({ port: 'http' }), /^--port http is not a port \(0 to 65535\)\.$/],
    ['a port that is too high', words({ port: '65536' }), /^--port 65536 is not a port \(0 to 65535\)\.$/],
  ])('are refused when they are %s', (_what, args, sentence) => {
    expect(() => readCloudOptions(args)).toThrow(sentence)
  })
})
