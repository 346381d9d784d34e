import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { bundleSdk } from '../../../local/functions/bundledSdk'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouwang-sdk-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const { version } = createRequire(__filename)('wx-server-sdk/package.json') as { version: string }

const lentSdk = join(__dirname, '../../../local/functions/lentSdk.cjs')

/** What a process of its own finds in the SDK that it is lent from that bundle. */
function load(bundle: string): unknown {
  const program = `
    const sdk = require.resolve('wx-server-sdk')
    require(${JSON.stringify(lentSdk)}).loadFromBundle(sdk, ${JSON.stringify(bundle)})
    const found = require('wx-server-sdk')
    const isOneFile = Object.keys(require.cache).length < 10
    console.log(JSON.stringify({ version: found.version, isOneFile }))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: __dirname,
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

describe('the bundle of the SDK', () => {
  it('is made whole by several who start at the same moment', async () => {
    const cache = join(folder, 'empty', 'cache')
    const [bundle, ...others] = await Promise.all([bundleSdk(cache), bundleSdk(cache), bundleSdk(cache)])
    expect(others).toEqual([bundle, bundle])
    expect(readdirSync(cache)).toEqual([basename(bundle)])
    expect(load(bundle)).toEqual({ version, isOneFile: true })
  })

  it('is not needed: where it cannot be kept the SDK is loaded from its own files', async () => {
    const file = join(folder, 'a file')
    writeFileSync(file, '')
    const bundle = await bundleSdk(join(file, 'cache'))
    expect(existsSync(bundle)).toBe(false)
    expect(load(bundle)).toEqual({ version, isOneFile: false })
  })

  it('is not needed: a cache that is emptied while a process starts does not end it', () => {
    const bundle = join(folder, 'bundle.js')
    const emptied = `require('node:fs').rmSync(${JSON.stringify(folder)}, { recursive: true })`
    writeFileSync(bundle, `${emptied}; exports.version = 'bundled'`)
    expect(load(bundle)).toEqual({ version: 'bundled', isOneFile: true })
  })
})
