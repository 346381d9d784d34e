import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newRun } from '@kernel/assessment/newRun'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import type { RegistrationCase } from '@kernel/registration'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { demoPlaces, demoStaff } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { startTestCloud, type TestCloud } from '../local/testCloud'
import { asIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { functionOf, mayNotify } from './support/program'
import { areaOf, rulingDocuments } from './support/rulings'
import { storedFrom } from './support/runs'

const root = join(__dirname, '../..')
const WUHOU = '510107'
const CHENGHUA = '510108'

/** What goes on with runs, in a slice that is over when it has looked at the clock so often. */
const program = `
  import { continueDueRuns } from './cloudfunctions/reassessment/continueRuns'
  export const main = ({ looks }) =>
    continueDueRuns({ valueOf: () => ((looks -= 1) >= 0 ? Infinity : -Infinity) })`

let functions: string
let cloud: TestCloud
beforeAll(async () => {
  functions = functionOf('slice', program, {
    ...mayNotify,
    secrets: ['SHOUWANG_SEAL_KEY', 'SHOUWANG_HASH_KEY'].map((name) => ({ name, bytes: 32, shown: false })),
  })
  const data = mkdtempSync(join(tmpdir(), 'shouwang-slices-'))
  const rulings = rulingDocuments([areaOf(WUHOU, 'high'), areaOf(CHENGHUA, 'high')])
  // Before the cloud is there: a cloud that runs learns only from itself what a field may hold.
  const documents = { ...rulings, places: demoPlaces, cases: casesFrom(WUHOU, 1) }
  for (const [name, some] of Object.entries(documents)) insert(name, some, { data })
  const database = join(root, 'config/database.json')
  const miniProgram = demoMiniProgram
  cloud = await startTestCloud({ functions, data, database, miniProgram, strictIndexes: true })
  for (const { openid } of demoStaff) cloud.wechat.consents.give(openid, 'todoArrived', 10)
})
beforeEach(() => {
  asIntruder(cloud, (store) => {
    for (const name of ['cases', 'runs']) store.remove(name, {}, { multi: true })
  })
})
afterAll(async () => {
  await cloud.dispose()
  rmSync(functions, { recursive: true })
})

const insert = (name: string, documents: object[], where: { data: string } = cloud): void =>
  asIntruder(where, (store) => {
    store.insert(name, documents as Document[])
  })

let editions = 0

/** A run under way since three minutes, whose first sweep is the last. */
function underWay(changes: Partial<RunDocument>): string {
  const begun = {
    _id: `edition-${(editions += 1)}`,
    place: { id: 'qinghe', level: 'street' as const, names: [] },
  }
  const startsAt = new Date(Date.now() - 180_000)
  const run = newRun('reassessment', 'riskList', { ...begun, number: 2, effectiveFrom: startsAt }, startsAt)
  const openedFrom = new Date(Date.now() - 86_400_000)
  insert('runs', [
    { ...run, status: 'running', sweep: 1, openedFrom, openedTo: new Date(), beganAt: startsAt, ...changes },
  ])
  return run._id
}

const casesFrom = (county: string, count: number): RegistrationCase[] =>
  Array.from({ length: count }, (_, n) => storedFrom(county, new Date(Date.now() - (1 + n) * 60_000)))

async function slice(looks: number): Promise<void> {
  const answer = await cloud.call('slice', { looks }, 'anna')
  if ('error' in answer) throw new Error(answer.error.errMsg)
}

const runOf = (id: string) => stored<RunDocument>(cloud, 'runs').find(({ _id }) => _id === id)!

it('a run gets further however many codes lead to nobody', async () => {
  const run = underWay({ codes: Array.from({ length: 70 }, (_, n) => String(100_000 + n)) })
  for (let n = 0; n < 5; n += 1) await slice(30)
  expect(runOf(run)).toMatchObject({ status: 'done', seen: 0 })
})

it('a page for which there is no time is gone on with where it was left', async () => {
  insert('cases', casesFrom(WUHOU, 25))
  const run = underWay({ codes: [WUHOU] })
  const seen: number[] = []
  for (let n = 0; n < 3; n += 1) {
    await slice(2)
    seen.push(runOf(run).seen)
  }
  expect(seen).toEqual([10, 20, 25])
  await slice(10)
  expect(runOf(run)).toMatchObject({ status: 'done', seen: 25, changed: 25 })
  expect(stored<RegistrationCase>(cloud, 'cases').filter(({ version }) => version !== 2)).toEqual([])
})

it('grid workers for whom there is no time are told by the next slice, and nobody twice', async () => {
  const grids = demoPlaces.filter(({ level }) => level === 'grid').map(({ _id }) => _id)
  const todos = Object.fromEntries(grids.map((id) => [id, { cases: 1, dueAt: new Date() }]))
  const run = underWay({ codes: [], todos })
  const told: number[] = []
  const mark = cloud.wechat.outbox.latest(1000).length
  const messages = () => {
    const all = cloud.wechat.outbox.latest(1000)
    return all.slice(0, all.length - mark).map(({ to }) => to)
  }
  for (let n = 0; n < 4; n += 1) {
    expect(runOf(run).status).toBe('running')
    await slice(2)
    told.push(messages().length)
  }
  expect(told).toEqual([10, 20, grids.length, grids.length])
  expect(new Set(messages()).size).toBe(grids.length)
  expect(runOf(run)).toMatchObject({ status: 'done', todos: {} })
})

it('a run that fails does not keep another from its turn', async () => {
  const [altered] = casesFrom(WUHOU, 1)
  altered!.body.answers.from.detail = 'sealed by nobody'
  insert('cases', [altered!, ...casesFrom(CHENGHUA, 1)])
  const failing = underWay({ codes: [WUHOU] })
  const other = underWay({ codes: [CHENGHUA], turnAt: new Date() })
  await slice(100)
  expect([runOf(failing).status, runOf(other).status]).toEqual(['running', 'done'])
})
