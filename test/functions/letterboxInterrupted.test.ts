import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answered, openCommunity, runCommunity, type Community } from './support/community'
import { storedFiles } from './support/forensics'
import { openIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { empty, letterPicture, lettersIn, telling, tipsIn, wordsOf } from './support/letters'

const TIPS = 36
const all = Array.from({ length: TIPS }, (_, index) => index)
const hasPicture = (index: number) => index % 6 === 0
const isAddedTo = (index: number) => index % 4 === 0

const data = mkdtempSync(join(tmpdir(), 'shouwang-'))
const other = mkdtempSync(join(tmpdir(), 'shouwang-'))
beforeAll(async () => {
  const community = await openCommunity()
  for (const index of all) await tellAs(community, index)
  await community.cloud.stop()
  for (const copy of [data, other]) cpSync(community.data, copy, { recursive: true })
  rmSync(community.data, { recursive: true, force: true })
}, 120_000)
afterAll(() => {
  for (const copy of [data, other]) rmSync(copy, { recursive: true, force: true })
})

async function tellAs(community: Community, index: number): Promise<void> {
  const account = `teller-${index}`
  const { letterbox } = community.as(account)
  const tip = telling({ words: `第 ${index} 条` })
  const pictures = hasPicture(index) ? [await letterPicture(community, account, tip.letter)] : []
  const { receipt } = answered(await letterbox.tell({ ...tip, pictures }))
  if (isAddedTo(index))
    answered(await letterbox.add({ receipt, letter: randomUUID(), words: `再说第 ${index} 条` }))
}

/** The timer, in a cloud that is killed when so many tips are there. How many there were, when it was gone. */
async function runUntilKilled(most: number): Promise<number> {
  const script = join(__dirname, 'support/timerProcess.ts')
  const words = ['--import', 'tsx', script, data, 'letterbox']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(child, 'exit')
  const store = openIntruder({ data })
  const done = () => store.count('cases', { kind: 'tip' })
  while (child.exitCode === null && done() < most) await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  await gone
  const killedAt = done()
  store.close()
  return killedAt
}

/** Each letter has become what it says, once, and nothing else is left of any. */
function expectEachOnce(community: Community): void {
  expect(lettersIn(community)).toEqual([])
  const tips = tipsIn(community)
  expect(tips.map(wordsOf).sort()).toEqual(all.map((index) => `第 ${index} 条`).sort())
  for (const tip of tips) {
    const index = Number(/\d+/.exec(wordsOf(tip))?.[0])
    expect(tip.history.map(({ event }) => event)).toEqual(isAddedTo(index) ? ['tell', 'add'] : ['tell'])
    expect(tip.body.pictures).toHaveLength(hasPicture(index) ? 1 : 0)
  }
  const pictures = stored(community, 'pictures')
  expect(pictures.map(({ _id }) => _id).sort()).toEqual(tips.flatMap(({ body }) => body.pictures).sort())
  expect(storedFiles(community)).toHaveLength(pictures.length)
}

it('killed at a third and at two thirds, nothing is missed and nothing is there twice', async () => {
  const first = await runUntilKilled(TIPS / 3)
  const second = await runUntilKilled((2 * TIPS) / 3)
  expect(first).toBeGreaterThanOrEqual(TIPS / 3)
  expect(second).toBeGreaterThan(first)

  const community = await runCommunity(data)
  await empty(community)
  expectEachOnce(community)
  await community.cloud.stop()
}, 120_000)

it('three that empty it at the same moment do it once, and tell of each tip once', async () => {
  const community = await runCommunity(other)
  const told = () => community.cloud.wechat.outbox.latest(100, 'worker-1-1')
  await Promise.all([1, 2, 3].map(() => empty(community)))
  const byThree = told().length
  await empty(community)
  expectEachOnce(community)
  const counts = told().map(({ fields }) => Number(/^(\d+) 条/.exec(fields.thing1 ?? '')?.[1] ?? 1))
  // A tip and what was added to it may be told of by two of them.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(TIPS)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(
    TIPS + all.filter(isAddedTo).length,
  )
  // One message each time that it is emptied; on a slow machine the last finds something too.
  expect(byThree).toBeLessThanOrEqual(3)
  expect(counts.length - byThree).toBeLessThanOrEqual(1)
  await community.cloud.stop()
}, 120_000)
