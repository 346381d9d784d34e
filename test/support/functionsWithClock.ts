import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../config/root'

/**
 * A copy of the built functions in which each begins by taking another clock, see ./otherClock. A copy, because somebody may
 * build meanwhile.
 *
 * @param clock - a file that it follows, or the instant at which it stands
 * @returns the folder
 */
export function functionsWithClock(folder: string, clock: { follow: string } | { stopAt: number }): string {
  cpSync(inRoot('dist/cloudfunctions'), folder, { recursive: true })
  const calls = Object.entries(clock).map(([name, told]) => `${name}(${JSON.stringify(told)})`)
  const begin = `require(${JSON.stringify(inRoot('test/support/otherClock.cjs'))}).${calls.join('')};`
  for (const name of readdirSync(folder)) {
    const main = join(folder, name, 'index.js')
    writeFileSync(main, begin + readFileSync(main, 'utf8'))
  }
  return folder
}
