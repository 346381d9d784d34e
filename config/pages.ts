import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { runNode } from './command'
import { done, failed, type Outcome } from './outcome'
import { inRoot } from './root'
import { hasWarning, percentageIn, withoutProgress } from './taroOutput'

export type Platform = 'weapp' | 'h5'

export const taro = inRoot('node_modules/@tarojs/cli/bin/taro')

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html: 2 MB for each package. */
const packageLimit = 2 * 1024 * 1024

/**
 * Builds src/ into dist/<platform>. For WeChat a warning fails.
 * @param onProgress sees how far it is, such as '55%'.
 */
export async function buildPages(platform: Platform, onProgress: (text: string) => void): Promise<Outcome> {
  rmSync(inRoot(`dist/${platform}`), { recursive: true, force: true })
  const { ok, output } = await runNode(taro, ['build', '--type', platform], {
    env: { NODE_ENV: 'production' },
    onOutput: (text) => {
      const percentage = percentageIn(text)
      if (percentage) onProgress(percentage)
    },
  })
  const isGood = ok && !(platform === 'weapp' && hasWarning(output))
  return isGood ? done() : failed(withoutProgress(output))
}

const sizeOf = (name: string): number => {
  const entry = statSync(name)
  if (entry.isFile()) return entry.size
  return readdirSync(name).reduce((sum, child) => sum + sizeOf(path.join(name, child)), 0)
}

/** Bytes of the main package and of each subpackage of a WeChat build, by the roots that its app.json names. */
export function packageSizes(build: string): { main: number; subpackages: Record<string, number> } {
  const app = JSON.parse(readFileSync(path.join(build, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const subpackages = Object.fromEntries(roots.map((root) => [root, sizeOf(path.join(build, root))]))
  const inSubpackages = Object.values(subpackages).reduce((sum, size) => sum + size, 0)
  return { main: sizeOf(build) - inSubpackages, subpackages }
}

/** Says the size of each package, and refuses one that WeChat would refuse at upload. */
export function judgeSizes(build: string): Outcome {
  const { main, subpackages } = packageSizes(build)
  const all = [
    { name: 'main package', bytes: main },
    ...Object.entries(subpackages).map(([name, bytes]) => ({ name: `subpackage ${name}`, bytes })),
  ]
  const inKilobytes = (bytes: number): string => String(Math.ceil(bytes / 1024))
  const notes = all.map(
    ({ name, bytes }) => `${name}: ${inKilobytes(bytes)} KB of ${inKilobytes(packageLimit)} KB`,
  )
  return all.some(({ bytes }) => bytes > packageLimit) ? failed(notes.join('\n')) : done(...notes)
}
