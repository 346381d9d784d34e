import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

const packages = resolve(__dirname, '../../node_modules')

/** All that a bundle depends on: what npm has installed, where it lies (that is in the bundle), and how it is made. */
const dependsOn = (): string => {
  const lockfile = readFileSync(join(packages, '.package-lock.json'))
  const parts = [lockfile, packages, readFileSync(__filename)]
  return parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Two expressions of the SDK's that mean something else, or cost much, in one file. In a bundle `__dirname` would be the
 * bundle's folder; the SDK looks for its own package.json from there. And to ask Node whether there is a `Headers` loads
 * all that `fetch` is made of, which takes as long as half of the SDK; whether there is the name of one says the same.
 */
const adapted: Plugin = {
  name: 'adapted',
  setup(build) {
    build.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const contents = text
        .replace(/\b__dirname\b/g, JSON.stringify(dirname(path)))
        .replaceAll('!globalThis.Headers', "!('Headers' in globalThis)")
      return text === contents ? undefined : { contents }
    })
  },
}

/**
 * The SDK that functions are lent, as one file beside the packages; made when it is not there, in half a second. Code and
 * behaviour are the SDK's own: only a process finds it in one place instead of 428, and starts in half the time. Where it
 * cannot be kept, functions load the SDK from those.
 *
 * @returns its path
 */
export async function bundleSdk(cache = join(packages, '.cache', 'shouwang')): Promise<string> {
  const file = join(cache, `wx-server-sdk-${dependsOn()}.js`)
  if (existsSync(file)) return file
  const { build } = await import('esbuild')
  // Several clouds may start at the same moment, and the cache may be emptied at any.
  const unfinished = `${file}.${randomUUID()}`
  try {
    await build({
      entryPoints: [createRequire(__filename).resolve('wx-server-sdk')],
      outfile: unfinished,
      bundle: true,
      platform: 'node',
      target: 'node20',
      plugins: [adapted],
      logLevel: 'silent',
    })
    renameSync(unfinished, file)
  } catch {
    if (existsSync(unfinished)) rmSync(unfinished)
  }
  return file
}
