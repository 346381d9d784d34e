import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../../config/root'

/**
 * A copy of the built functions in which each begins with following this clock. A copy, because somebody may build meanwhile.
 *
 * @returns the folder
 */
export function functionsOnTheClock(folder: string, clock: string): string {
  const built = inRoot('dist/cloudfunctions')
  const follow = `require(${JSON.stringify(inRoot('test/soak/cloud/shiftedClock.cjs'))}).follow(${JSON.stringify(clock)});`
  for (const name of readdirSync(built)) {
    const target = join(folder, name)
    mkdirSync(target, { recursive: true })
    for (const file of ['config.json', 'package.json'])
      copyFileSync(join(built, name, file), join(target, file))
    writeFileSync(join(target, 'index.js'), follow + readFileSync(join(built, name, 'index.js'), 'utf8'))
  }
  return folder
}
