import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { instantAt } from '@contract/calendar'
import { adoptSealer, createSealer } from '@kernel/seal'
import type { IncomingReport } from '@kernel/healthAlerts/healthAlert'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { startTestCloud, type TestCloud } from '../local/testCloud'
import { alerts } from './support/episodes'
import { demoHousehold } from './support/households'
import { openIntruder } from './support/intruder'
import { functionOf } from './support/program'
import { place } from './support/registrations'

const root = join(__dirname, '../..')

/** The episodes of the function at whatever time a test says that it is. */
const program = `
  import { raiseOrAddTo } from './cloudfunctions/kernel/healthAlerts/raising'
  import { readHousehold } from './cloudfunctions/kernel/households/changing'
  import { findPlace } from './cloudfunctions/kernel/places'
  import { escalateAlerts } from './cloudfunctions/healthAlerts/escalateAlerts'
  const raise = async ({ household: id, reports, now }) => {
    const household = await readHousehold(id)
    const where = await findPlace(household.place.id, now)
    return Promise.all(reports.map((one) => raiseOrAddTo(household, household.members[0], one, where, now)))
  }
  export const main = async ({ raised, now: said, household, reports }) => {
    const now = new Date(said)
    const made = (reports ?? []).map((one) => ({ ...one, at: now }))
    return raised
      ? raise({ household, reports: made, now })
      : escalateAlerts(now, new Date(Date.now() + 15_000))
  }`

const NOON = instantAt('2024-02-28', 12)
const after = (minutes: number, seconds = 0): Date =>
  new Date(NOON.getTime() + minutes * 60_000 + seconds * 1000)

let functions: string
let cloud: TestCloud
beforeAll(async () => {
  const config = readFileSync(join(root, 'cloudfunctions/healthAlerts/config.json'), 'utf8')
  functions = functionOf('episodes', program, JSON.parse(config) as object)
  const database = join(root, 'config/database.json')
  cloud = await startTestCloud({ functions, database, miniProgram: demoMiniProgram, strictIndexes: true })
  const secrets = readFileSync(join(cloud.data, 'secrets.json'), 'utf8')
  adoptSealer(createSealer(JSON.parse(secrets) as Record<string, string>))
  const store = openIntruder(cloud)
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  store.close()
  for (const { openid } of demoPosts) cloud.wechat.consents.give(openid, 'todoArrived', 1000)
})
beforeEach(() => {
  const store = openIntruder(cloud)
  for (const collection of ['cases', 'households']) store.remove(collection, {}, { multi: true })
  store.close()
})
afterAll(async () => {
  await cloud.dispose()
  rmSync(functions, { recursive: true })
})

async function call(event: Record<string, unknown>): Promise<unknown> {
  const answer = await cloud.call('episodes', event, 'anna')
  if ('error' in answer) throw new Error(answer.error.errMsg)
  return answer.result
}

type Sent = Omit<IncomingReport, 'at'>

const report = (changes: Partial<Sent> = {}): Sent => ({
  submission: randomUUID(),
  digest: '',
  on: '2024-02-28',
  how: 'self',
  by: { actor: 'owner', account: 'resident-1', name: null },
  person: '',
  temperature: 38.2,
  symptoms: [],
  contacts: [],
  been: [],
  test: null,
  note: '',
  concerns: ['fever'],
  ...changes,
})

/** Somebody there reports that they are unwell, at noon; in as many reports at the same moment. */
async function unwell(reports: Sent[] = [report()], where = place.building, now = NOON) {
  const household = demoHousehold(where)
  const store = openIntruder(cloud)
  store.insert('households', [household as unknown as Document])
  store.close()
  await again(household, reports, now)
  return household
}

const again = ({ _id }: HouseholdDocument, reports: Sent[], now: Date) =>
  call({ raised: true, household: _id, reports, now })
const timerAt = (now: Date) => call({ now })

const todos = () => alerts(cloud).map(({ status, todo }) => [status, todo?.role, todo?.urgency])

/** What somebody was told of the episodes that are there, the latest first. */
function told(openid: string) {
  const pages = alerts(cloud).map(({ _id }) => `staff/healthAlert/index?id=${_id}`)
  const messages = cloud.wechat.outbox.latest(1000, openid).filter(({ page = '' }) => pages.includes(page))
  return messages.map(({ fields }) => [fields.phrase3, fields.time4])
}

/** Somebody has seen it, or whatever else a stored episode may have become. */
function become(fields: object): void {
  const store = openIntruder(cloud)
  store.update('cases', {}, { $set: fields }, { multi: true })
  store.close()
}

describe('an episode that nobody has opened', () => {
  it('is the grid worker’s alone for all but half an hour', async () => {
    await unwell()
    await timerAt(after(29, 59))
    expect(todos()).toEqual([['raised', 'gridWorker', 1]])
    expect(told('officer-1')).toEqual([])
  })

  it('is the community officer’s as well from half an hour on, by a message and on top of the inbox', async () => {
    await unwell()
    await timerAt(after(30))
    expect(todos()).toEqual([['escalated', 'communityOfficer', 1]])
    expect(told('officer-1')).toEqual([['还没人看', '2024-02-28 13:00']])
    expect([told('officer-2'), told('street-officer')]).toEqual([[], []])
  })

  it('is told of once, by however many timers', async () => {
    await unwell()
    await Promise.all([timerAt(after(30)), timerAt(after(30)), timerAt(after(30))])
    await timerAt(after(31))
    expect(told('officer-1')).toHaveLength(1)
    expect(alerts(cloud)[0]?.history.map(({ event }) => event)).toEqual(['raise', 'escalate'])
  })

  it('was in a colleague’s hands and is so no more', async () => {
    await unwell()
    const assignee = { id: 'post-worker-1-2', openid: 'worker-1-2', name: '同事', role: 'gridWorker' }
    become({ 'todo.assignee': assignee })
    await timerAt(after(30))
    expect(alerts(cloud)[0]?.todo).toMatchObject({ role: 'communityOfficer', assignee: null })
  })

  it('gains no time by being reported again, however much worse', async () => {
    const household = await unwell()
    await again(household, [report({ temperature: 39.6 })], after(20))
    await timerAt(after(30))
    expect(todos()).toEqual([['escalated', 'communityOfficer', 1]])
    await again(household, [report({ temperature: 40.5 })], after(40))
    expect(todos()).toEqual([['escalated', 'communityOfficer', 1]])
    expect(told('worker-1-1')).toHaveLength(3)
    // Whom it waits for by then learns that it is worse.
    expect(told('officer-1')[0]?.[0]).toBe('情况紧急')
  })

  it('goes to whoever stands above where there is no community officer', async () => {
    const store = openIntruder(cloud)
    store.update('staff', { openid: 'officer-3' }, { $set: { active: false } }, { multi: true })
    store.close()
    await unwell([report()], 'qinghe-3-1-1-1')
    await timerAt(after(30))
    expect(todos()).toEqual([['escalated', 'streetOfficer', 1]])
    expect(told('street-officer')).toHaveLength(1)
  })
})

it('an episode that somebody has seen is not told of, until it gets worse and nobody opens that', async () => {
  const household = await unwell()
  become({ status: 'seen', 'todo.dueAt': after(120) })
  await timerAt(after(200))
  expect(todos()).toEqual([['seen', 'gridWorker', 1]])
  await again(household, [report({ temperature: 38.7 })], after(200))
  await timerAt(after(229, 59))
  expect(told('officer-1')).toEqual([])
  await timerAt(after(230))
  expect(told('officer-1')).toHaveLength(1)
})

it.each([
  ['closed', { status: 'closed', todo: null }],
  ['being deleted', { deletion: 'a batch' }],
])('an episode that is %s is not told of', async (_, fields) => {
  await unwell()
  become(fields)
  await timerAt(after(60))
  expect(told('officer-1')).toEqual([])
})

it('all of sixty are found by an index and told of once, in as many slices as it takes', async () => {
  await unwell()
  const [first] = alerts(cloud)
  const store = openIntruder(cloud)
  const copies = (count: number, changes: object) =>
    Array.from({ length: count }, () => ({ ...first, _id: randomUUID(), ...changes }))
  store.insert('cases', copies(59, {}))
  store.insert('cases', copies(1100, { status: 'closed', todo: null }))
  store.close()
  const raised = () => alerts(cloud).filter(({ status }) => status === 'raised').length
  for (let slice = 1; slice <= 5 && raised() > 0; slice += 1) await timerAt(after(30))
  expect(raised()).toBe(0)
  expect(told('officer-1')).toHaveLength(60)
})

describe('ten reports at the same moment', () => {
  it('are one case with ten reports and one first message', async () => {
    await unwell(Array.from({ length: 10 }, () => report()))
    const [found, ...others] = alerts(cloud)
    expect(others).toEqual([])
    expect(found?.body.reports).toHaveLength(10)
    expect([found?.version, found?.history.length]).toEqual([10, 10])
    expect(told('worker-1-1')).toHaveLength(1)
  })

  it('that are one report sent ten times are one entry', async () => {
    const once = report()
    await unwell(Array.from({ length: 10 }, () => once))
    expect(alerts(cloud).map(({ body, history }) => [body.reports.length, history.length])).toEqual([[1, 1]])
  })
})

it('a report that arrives once more after its episode was closed begins no other', async () => {
  const once = report()
  const household = await unwell([once])
  become({ status: 'closed', todo: null })
  await again(household, [once], after(60))
  expect(alerts(cloud)).toHaveLength(1)
})

it('of very many reports an episode keeps the last thirty, and that it was an emergency', async () => {
  const household = await unwell([report({ temperature: 39.5 })])
  for (let n = 1; n <= 30; n += 1) await again(household, [report({ temperature: 38 })], after(n))
  const [found] = alerts(cloud)
  expect(found?.body.reports.map(({ temperature }) => temperature)).toEqual(Array(30).fill(38))
  expect(found?.brief).toEqual({ temperature: 38, concerns: 'fever', isEmergency: 1 })
})
