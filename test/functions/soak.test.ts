import { fork } from 'node:child_process'
import { once } from 'node:events'
import { inRoot } from '../../config/root'

/** What goes wrong is the same each time; when exactly it meets whom is not. */
const SEED = 9

/** In a process of its own, so that what it loads is what `npm run soak` loads. */
async function soaked(...words: string[]): Promise<{ code: unknown; printed: string }> {
  const child = fork(inRoot('test/soak/index.ts'), words, {
    execArgv: ['--require', inRoot('config/endWithParent.cjs'), '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (printed += part))
  }
  const [code] = (await once(child, 'close')) as [unknown]
  return { code, printed }
}

describe('a minute of a street office in which everything goes wrong', () => {
  it('leaves every acknowledged submission once, none that was refused, and nothing half done', async () => {
    const { code, printed } = await soaked('--minutes', '1', '--seed', String(SEED))
    const found = printed.split('\n').filter((line) => line.startsWith('FOUND'))
    expect([found, code === 0 ? '' : printed]).toEqual([[], ''])
    expect(printed).toMatch(new RegExp(`seed ${SEED}: [1-9]\\d* submissions, 0 findings`))
  }, 240_000)
})
