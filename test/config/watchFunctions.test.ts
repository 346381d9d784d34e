import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../../config/root'
import type * as Watching from '../../config/watchFunctions'
import { until } from '../local/until'

/** A checkout with two functions, one of which uses the kernel. */
const functions = {
  'cloudfunctions/kernel/greeting.ts': "export const greeting = 'hello'",
  'cloudfunctions/greeter/index.ts':
    "import { greeting } from '../kernel/greeting'\nexport const main = () => greeting",
  'cloudfunctions/greeter/package.json': '{}',
  'cloudfunctions/greeter/config.json': '{}',
  'cloudfunctions/plain/index.ts': 'export const main = () => 1',
  'cloudfunctions/plain/package.json': '{}',
  'cloudfunctions/plain/config.json': '{}',
}

let checkout: string
let built: string[][]
let faults: string[]
let bug: Error | undefined
let stop: () => Promise<void>

beforeEach(async () => {
  checkout = mkdtempSync(path.join(tmpdir(), 'shouwang-watch-'))
  for (const part of ['config', 'tsconfig.json'])
    cpSync(path.join(root, part), path.join(checkout, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'), 'junction')
  write(functions)
  built = []
  faults = []
  bug = undefined
  const code = path.join(checkout, 'config', 'watchFunctions')
  const { watchFunctions } = (await import(code)) as typeof Watching
  const watching = await watchFunctions({
    onBuilt(changed) {
      built.push(changed)
      if (bug) throw bug
    },
    onFault: (fault) => faults.push(fault),
  })
  stop = () => watching.stop()
  await until(() => built.length === 1)
})
afterEach(async () => {
  await stop()
  rmSync(checkout, { recursive: true, force: true })
})

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(checkout, name, '..'), { recursive: true })
    writeFileSync(path.join(checkout, name), text)
  }
}

const bundle = (name: string): string =>
  readFileSync(path.join(checkout, 'dist/cloudfunctions', name, 'index.js'), 'utf8')

describe('functions that are watched', () => {
  it('are all built at the beginning', () => {
    expect(built).toEqual([['greeter', 'plain']])
    expect(bundle('greeter')).toContain('hello')
  })

  it('are built again, those alone that use what has changed', async () => {
    write({ 'cloudfunctions/kernel/greeting.ts': "export const greeting = 'good morning'" })
    await until(() => built.length === 2)
    expect(built[1]).toEqual(['greeter'])
    expect(bundle('greeter')).toContain('good morning')
  })

  it('are told of when only what lies beside their code changes', async () => {
    write({ 'cloudfunctions/plain/config.json': '{ "timeout": 9 }' })
    await until(() => built.length === 2)
    expect(built[1]).toEqual(['plain'])
  })

  it('stay as they were while there is a fault', async () => {
    write({ 'cloudfunctions/plain/index.ts': 'export const main = (' })
    await until(() => faults.length > 0)
    expect(faults[0]).toContain('plain/index.ts')
    expect(bundle('plain')).toContain('1')
    write({ 'cloudfunctions/plain/index.ts': 'export const main = () => "healed"' })
    await until(() => built.length === 2)
    expect(bundle('plain')).toContain('healed')
  })

  it('are joined by one that is added, as soon as all its files are there', async () => {
    write({ 'cloudfunctions/new/index.ts': 'export const main = () => 2' })
    await until(() => faults.length > 0)
    expect(faults.at(-1)).toBe('cloudfunctions/new has no package.json.')
    write({ 'cloudfunctions/new/package.json': '{}', 'cloudfunctions/new/config.json': '{}' })
    await until(() => built.length === 2)
    expect(built[1]).toEqual(['new'])
    write({ 'cloudfunctions/new/index.ts': 'export const main = () => 3' })
    await until(() => built.length === 3)
    expect(built[2]).toEqual(['new'])
  })

  it('hide nothing that their listener throws', async () => {
    bug = new Error('no place to put them')
    write({ 'cloudfunctions/plain/index.ts': 'export const main = () => 2' })
    await until(() => faults.length > 0)
    expect(faults[0]).toContain('no place to put them')
  })

  it('are left by one whose folder is removed', async () => {
    rmSync(path.join(checkout, 'cloudfunctions/plain'), { recursive: true })
    await until(() => built.length === 2)
    expect(built[1]).toEqual(['plain'])
    expect(existsSync(path.join(checkout, 'dist/cloudfunctions/plain'))).toBe(false)
  })
})
