import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { EditionHead } from '@contract/editions'
import type { RegistrationCase } from '@kernel/registration'
import type { Document } from '../../local/store/types'
import { openCommunity, runCommunity, type Community } from './support/community'
import { openIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { areaOf, rulingDocuments } from './support/rulings'
import { doneBy, publishedList, runToEnd, storedFrom } from './support/runs'

const WUHOU = '510107'
const CASES = 300

const cases = Array.from({ length: CASES }, (_, minute) =>
  storedFrom(WUHOU, new Date(Date.now() - minute * 60_000), minute % 3 > 0),
)

let community: Community
let list: EditionHead
beforeAll(async () => {
  const rulings = rulingDocuments([areaOf(WUHOU, 'medium')])
  community = await openCommunity({ ...rulings, cases: cases as unknown as Document[] })
  list = await publishedList(community, [areaOf(WUHOU, 'high')])
  await community.cloud.stop()
})
afterAll(() => community.close())

/** The timer, in a cloud that is killed when so many have been done. How many had been, when it was gone. */
async function runUntilKilled(most: number): Promise<number> {
  const script = join(__dirname, 'support/timerProcess.ts')
  const words = ['--import', 'tsx', script, community.data, 'reassessment']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(child, 'exit')
  const store = openIntruder(community)
  const done = () => store.count('cases', { 'history.submission': list.id })
  while (child.exitCode === null && done() < most) await new Promise((resolve) => setTimeout(resolve, 10))
  child.kill('SIGKILL')
  expect(await gone).toEqual([null, 'SIGKILL'])
  const killedAt = done()
  store.close()
  return killedAt
}

it('300 registrations, killed at a third and at two thirds: nobody is missed, nobody is done or told twice', async () => {
  const first = await runUntilKilled(CASES / 3)
  const second = await runUntilKilled((2 * CASES) / 3)
  expect(first).toBeGreaterThanOrEqual(CASES / 3)
  expect(second).toBeGreaterThan(first)
  expect(second).toBeLessThan(CASES)

  community = await runCommunity(community.data)
  const run = await runToEnd(community, list)
  const events = Object.values(doneBy(community, list))
  expect(events).toHaveLength(CASES)
  expect(events.filter((some) => some.length !== 1)).toEqual([])
  expect(run).toMatchObject({ seen: CASES, changed: CASES, total: CASES })
  expect(run.numbers['qinghe-1']?.numbers).toEqual({ stricter: CASES, looser: 0, first: 0 })
  expect(stored<RegistrationCase>(community, 'cases').filter(({ version }) => version !== 2)).toEqual([])

  const pages = community.cloud.wechat.outbox.latest(1000, 'resident-1').map(({ page }) => page)
  expect(new Set(pages).size).toBe(pages.length)
  // Whoever was written when the cloud was killed may be left without a message, at most ten each time; nobody has two.
  expect(pages.length).toBeGreaterThanOrEqual(CASES - 20)
}, 120_000)
