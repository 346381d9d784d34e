import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { instantAt } from '@contract/calendar'
import { adoptSealer, createSealer } from '@kernel/seal'
import type { TipCase } from '@kernel/tips/tip'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { startTestCloud, type TestCloud } from '../local/testCloud'
import { openIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { functionOf } from './support/program'
import { storedTip, type SaidOfTip } from './support/tips'

const root = join(__dirname, '../..')

/** The timer of the function at whatever time a test says that it is. */
const program = `
  import { escalateTips } from './cloudfunctions/tips/escalateTips'
  export const main = ({ now }) => escalateTips(new Date(now), new Date(Date.now() + 15_000))`

const NOON = instantAt('2024-02-28', 12)
const after = (minutes: number, seconds = 0): Date =>
  new Date(NOON.getTime() + minutes * 60_000 + seconds * 1000)

let functions: string
let cloud: TestCloud
beforeAll(async () => {
  const config = readFileSync(join(root, 'cloudfunctions/tips/config.json'), 'utf8')
  functions = functionOf('escalating', program, JSON.parse(config) as object)
  const database = join(root, 'config/database.json')
  cloud = await startTestCloud({ functions, database, miniProgram: demoMiniProgram, strictIndexes: true })
  const secrets = readFileSync(join(cloud.data, 'secrets.json'), 'utf8')
  adoptSealer(createSealer(JSON.parse(secrets) as Record<string, string>))
  for (const { openid } of demoPosts) cloud.wechat.consents.give(openid, 'todoArrived', 1000)
})
beforeEach(() => {
  const store = openIntruder(cloud)
  for (const collection of ['cases', 'places', 'staff']) store.remove(collection, {}, { multi: true })
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  store.close()
})
afterAll(async () => {
  await cloud.dispose()
  rmSync(functions, { recursive: true })
})

async function timerAt(now: Date): Promise<void> {
  const answer = await cloud.call('escalating', { now }, 'anna')
  if ('error' in answer) throw new Error(answer.error.errMsg)
}

const tips = () => stored<TipCase>(cloud, 'cases')

/** Tips as the letterbox has left them at noon. */
function tell(...said: SaidOfTip[]): string[] {
  const all = said.map((one) => storedTip(cloud, { openedAt: NOON, ...one }))
  insert(all)
  return all.map(({ _id }) => _id)
}

function insert(some: TipCase[]): void {
  const store = openIntruder(cloud)
  store.insert('cases', some as unknown as Document[])
  store.close()
}

function change(collection: 'cases' | 'staff', filter: Record<string, unknown>, fields: object): void {
  const store = openIntruder(cloud)
  store.update(collection, filter, { $set: fields }, { multi: true })
  store.close()
}

const todos = () => tips().map(({ status, todo }) => [status, todo?.role, todo?.urgency])

/** What somebody was told of the tips that are there, the latest first. */
function told(openid: string) {
  const pages = tips().map(({ _id }) => `staffTips/tip/index?id=${_id}`)
  const messages = cloud.wechat.outbox.latest(1000, openid).filter(({ page = '' }) => pages.includes(page))
  return messages.map(({ fields }) => [fields.thing1, fields.phrase3, fields.time4])
}

describe('a tip that nobody has opened', () => {
  it('is the grid worker’s alone for all but two hours', async () => {
    tell({})
    await timerAt(after(119, 59))
    expect(todos()).toEqual([['told', 'gridWorker', 0]])
    expect(told('officer-1')).toEqual([])
  })

  it('is the community officer’s as well from two hours on, as urgent as it was', async () => {
    tell({}, { kind: 'gathering' })
    await timerAt(after(120))
    expect(todos()).toEqual([
      ['escalated', 'communityOfficer', 0],
      ['escalated', 'communityOfficer', 1],
    ])
    expect([told('officer-2'), told('street-officer')]).toEqual([[], []])
  })

  it('is told of once, by however many timers, and of several in one message', async () => {
    tell({}, {}, {})
    await Promise.all([timerAt(after(120)), timerAt(after(120)), timerAt(after(120))])
    await timerAt(after(130))
    const counts = told('officer-1').map(([title]) => Number(/^\d+/.exec(title ?? '')?.[0] ?? 1))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(tips().map(({ history }) => history.map(({ event }) => event))).toEqual(
      Array(3).fill(['tell', 'escalate']),
    )
  })

  it('was in a colleague’s hands and is so no more', async () => {
    tell({})
    const assignee = { id: 'post-worker-1-1', openid: 'worker-1-1', name: '同事', role: 'gridWorker' }
    change('cases', {}, { 'todo.assignee': assignee })
    await timerAt(after(120))
    expect(tips()[0]?.todo).toMatchObject({ role: 'communityOfficer', assignee: null })
  })

  it('goes to whoever stands above where there is no community officer', async () => {
    change('staff', { openid: 'officer-3' }, { active: false })
    tell({ place: 'qinghe-3-1-1-1' })
    await timerAt(after(120))
    expect(todos()).toEqual([['escalated', 'streetOfficer', 0]])
    expect(told('street-officer')).toEqual([['线索', '还没人看', '2024-02-28 16:00']])
  })

  it('about a whole community goes from its officer to the street', async () => {
    tell({ place: 'qinghe-1' })
    await timerAt(after(120))
    expect(todos()).toEqual([['escalated', 'streetOfficer', 0]])
    expect(told('street-officer-2')).toHaveLength(1)
  })

  it('about a whole street stays with the street where no district is above it: administrators read no tips', async () => {
    tell({ place: 'qinghe' })
    await timerAt(after(120))
    expect(todos()).toEqual([['escalated', 'streetOfficer', 0]])
    expect(told('administrator')).toEqual([])
  })
})

it.each([
  ['somebody has seen', { status: 'seen' }],
  ['is closed', { status: 'unfounded', todo: null }],
  ['is being deleted', { deletion: 'a batch' }],
])('a tip that %s is not told of', async (_, fields) => {
  tell({})
  change('cases', {}, fields)
  await timerAt(after(180))
  expect(told('officer-1')).toEqual([])
})

it('all of a hundred and twenty are found by an index and told of, in as many slices as it takes', async () => {
  const one = storedTip(cloud, { openedAt: NOON })
  const copies = (count: number, changes: object) =>
    Array.from({ length: count }, () => ({ ...one, _id: storedTip(cloud)._id, ...changes }))
  insert([...copies(120, {}), ...copies(1100, { status: 'unfounded', todo: null })] as TipCase[])
  const waiting = () => tips().filter(({ status }) => status === 'told').length
  for (let slice = 1; slice <= 5 && waiting() > 0; slice += 1) await timerAt(after(120))
  expect(waiting()).toBe(0)
  expect(told('officer-1').length).toBeLessThanOrEqual(15)
})
