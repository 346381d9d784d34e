import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

const packages = resolve(__dirname, '../../node_modules')

/** What npm has installed, itself and all that it stands on: when this changes, so may the SDK. */
const installed = (): string => {
  const lockfile = readFileSync(join(packages, '.package-lock.json'))
  return createHash('sha256').update(lockfile).digest('hex').slice(0, 16)
}

/** In a bundle `__dirname` would be the bundle's folder; the SDK looks for its own package.json from there. */
const ownFolders: Plugin = {
  name: 'own folders',
  setup(build) {
    build.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const contents = text.replace(/\b__dirname\b/g, JSON.stringify(dirname(path)))
      return text === contents ? undefined : { contents }
    })
  },
}

/**
 * The SDK that functions are lent, as one file beside the packages; made when it is not there, in half a second. Code and
 * behaviour are the SDK's own: only a process finds it in one place instead of 428, and starts in half the time.
 *
 * @returns its path
 */
export async function bundleSdk(): Promise<string> {
  const file = join(packages, '.cache', 'shouwang', `wx-server-sdk-${installed()}.js`)
  if (existsSync(file)) return file
  const { build } = await import('esbuild')
  const unfinished = `${file}.${process.pid}`
  await build({
    entryPoints: [createRequire(__filename).resolve('wx-server-sdk')],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    target: 'node20',
    plugins: [ownFolders],
    logLevel: 'silent',
  })
  renameSync(unfinished, file)
  return file
}
