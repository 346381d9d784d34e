import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RiskListDocument } from '@kernel/assessment/editionDocuments'
import { newRun } from '@kernel/assessment/newRun'
import type { RegistrationCase } from '@kernel/registration'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { openConsents } from '../../local/wechat/consents'
import { runCommunity, type Community } from './support/community'
import { asIntruder, openIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { areaOf, rulingDocuments } from './support/rulings'
import { doneBy, runToEnd, storedFrom } from './support/runs'

const WUHOU = '510107'
const CASES = 180

const cases = Array.from({ length: CASES }, (_, minute) =>
  storedFrom(WUHOU, new Date(Date.now() - minute * 60_000), minute % 3 > 0),
)

// As if it had been published a moment ago, by which nobody has been looked at.
const rulings = rulingDocuments([areaOf(WUHOU, 'high')])
const [list] = rulings.riskLists as unknown as [RiskListDocument]
const edition = { id: list._id }

const data = mkdtempSync(join(tmpdir(), 'shouwang-'))
let community: Community | undefined
beforeAll(() => {
  const runs = [newRun('reassessment', 'riskList', list, new Date())]
  const documents = { ...rulings, places: demoPlaces, staff: demoPosts, cases, runs }
  asIntruder({ data }, (store) => {
    for (const [name, some] of Object.entries(documents)) store.insert(name, some as unknown as Document[])
  })
  openConsents(data).give('resident-1', 'caseProgress', 1000)
})
afterAll(async () => {
  await community?.close()
  rmSync(data, { recursive: true, force: true })
})

/** The timer, in a cloud that is killed when so many have been done. How many had been, when it was gone. */
async function runUntilKilled(most: number): Promise<number> {
  const script = join(__dirname, 'support/timerProcess.ts')
  const words = ['--import', 'tsx', script, data, 'reassessment']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(child, 'exit')
  const store = openIntruder({ data })
  const done = () => store.count('cases', { 'history.submission': edition.id })
  while (child.exitCode === null && done() < most) await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill('SIGKILL')
  expect(await gone).toEqual([null, 'SIGKILL'])
  const killedAt = done()
  store.close()
  return killedAt
}

it('180 registrations, killed at a third and at two thirds: nobody is missed, nobody is done or told twice', async () => {
  const first = await runUntilKilled(CASES / 3)
  const second = await runUntilKilled((2 * CASES) / 3)
  expect(first).toBeGreaterThanOrEqual(CASES / 3)
  expect(second).toBeGreaterThan(first)
  expect(second).toBeLessThan(CASES)

  community = await runCommunity(data)
  const run = await runToEnd(community, edition)
  const events = Object.values(doneBy(community, edition))
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
