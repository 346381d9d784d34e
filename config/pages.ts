import { rmSync } from 'node:fs'
import { runNode } from './command'
import { done, failed, type Outcome } from './outcome'
import { inRoot } from './root'
import { hasWarning, percentageIn, withoutProgress } from './taroOutput'

export type Platform = 'weapp' | 'h5'

export const taro = inRoot('node_modules/@tarojs/cli/bin/taro')

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
