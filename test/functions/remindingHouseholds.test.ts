import { randomUUID } from 'node:crypto'
import { addDays, type Day } from '@contract/calendar'
import { NOBODY_HERE, type HouseholdDocument } from '@kernel/households/householdDocument'
import { demoHousehold } from './support/households'
import { openIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { useReminding } from './support/reminding'
// Gives the test keys of its own, by which a household can be sealed.
import './support/storedRegistration'

/** The timer of the function, at whatever time a test says that it is. */
const program = `
  import { remindHouseholds } from './cloudfunctions/selfReport/remindHouseholds'
  export const main = ({ now, milliseconds }) => remindHouseholds(new Date(now), new Date(Date.now() + milliseconds))`

/** A leap day. */
const DAY: Day = '2024-02-29'
const yesterday = addDays(DAY, -1)

const reminding = useReminding(program, 'households')
const { at } = reminding

let families = 0

/** A family that is reminded at eight in the evening, and has reported until yesterday; its account. */
function family(changes: Partial<HouseholdDocument> = {}): string {
  const account = `family-${(families += 1)}`
  const usual = { accounts: [account], remindHour: 20, remindedOn: yesterday, reportedOn: yesterday }
  const store = openIntruder(reminding.cloud)
  store.insert('households', [{ ...demoHousehold('qinghe-1-1-1-1', { ...usual, ...changes }) }])
  store.close()
  reminding.cloud.wechat.consents.give(account, 'dailyReminder', 100)
  return account
}

const told = (account: string) =>
  reminding.cloud.wechat.outbox.latest(100, account).map(({ fields }) => fields.time4)
const households = () => stored<HouseholdDocument>(reminding.cloud, 'households')

it('a family that has not reported is reminded at its hour, once a day', async () => {
  const account = family()
  for (const hour of [0, 7, 19, 20, 20, 21, 23]) await at(DAY, hour)
  for (const hour of [19, 20]) await at(addDays(DAY, 1), hour)
  expect(told(account)).toEqual(['2024-03-01 20:00', '2024-02-29 20:00'])
})

it('the message says what to do, for which home, and opens the page', async () => {
  const account = family()
  await at(DAY, 20)
  const [message] = reminding.cloud.wechat.outbox.latest(1, account)
  expect(message).toMatchObject({
    template: 'dailyReminder',
    page: `pages/daily/report/index?household=${households()[0]?._id}`,
    fields: {
      thing1: '每日健康报备',
      thing2: '春晓东苑 1 号楼',
      thing3: '今天还没有报，点开一次报完全家',
      time4: '2024-02-29 20:00',
    },
  })
})

it('any minute of the hour will do where the first was missed; a missed hour is not made up for', async () => {
  const account = family()
  await at(DAY, 20, 59)
  await at(addDays(DAY, 1), 21)
  expect(told(account)).toEqual(['2024-02-29 20:59'])
})

it('every phone of the family is told', async () => {
  const [one, other] = [family(), 'a second phone']
  reminding.cloud.wechat.consents.give(other, 'dailyReminder', 1)
  const store = openIntruder(reminding.cloud)
  store.update('households', {}, { $set: { accounts: [one, other] } }, { multi: true })
  store.close()
  await at(DAY, 20)
  expect([one, other].flatMap(told)).toEqual(['2024-02-29 20:00', '2024-02-29 20:00'])
})

it.each<[string, Partial<HouseholdDocument>]>([
  ['has reported today', { reportedOn: DAY }],
  ['has nobody living there', { reportedOn: NOBODY_HERE }],
  ['wants no reminder', { remindHour: null }],
  ['is being deleted', { deletion: 'a batch' }],
])('a household that %s is not reminded', async (_, changes) => {
  const account = family(changes)
  for (const hour of [19, 20, 21]) await at(DAY, hour)
  expect(told(account)).toEqual([])
})

it('a household that has never reported is reminded', async () => {
  const account = family({ reportedOn: '', remindedOn: '' })
  await at(DAY, 20)
  expect(told(account)).toHaveLength(1)
})

it('timers at the same moment remind once, and nothing else has happened to the household', async () => {
  const account = family()
  const [before] = households()
  await Promise.all([at(DAY, 20), at(DAY, 20), at(DAY, 20)])
  expect(told(account)).toHaveLength(1)
  expect(households()).toEqual([{ ...before, remindedOn: DAY }])
})

/** As many as that at the same home, without a phone; they have been dealt with until `remindedOn`. */
function manyFamilies(count: number, remindedOn: Day): void {
  const model = demoHousehold('qinghe-1-1-1-1', { accounts: [], remindHour: 20, remindedOn })
  const reportedOn = (n: number) => (n % 2 ? DAY : yesterday)
  const store = openIntruder(reminding.cloud)
  store.insert(
    'households',
    Array.from({ length: count }, (_, n) => ({ ...model, _id: randomUUID(), reportedOn: reportedOn(n) })),
  )
  store.close()
}

it('what one slice has not reached the next ones do', async () => {
  manyFamilies(150, yesterday)
  const account = family()
  const left = () => households().filter(({ remindedOn }) => remindedOn < DAY).length
  await at(DAY, 20, 0, 1)
  const afterFirst = left()
  for (let minute = 1; left() > 0 && minute < 60; minute += 1) await at(DAY, 20, minute)
  expect(afterFirst).toBeGreaterThan(0)
  expect([left(), told(account).length]).toEqual([0, 1])
})

it('an hour at which everybody has been dealt with costs one request, by an index', async () => {
  manyFamilies(1200, DAY)
  const mark = reminding.cloud.requests.mark()
  await at(DAY, 20)
  expect(reminding.cloud.requests.since(mark)).toHaveLength(1)
})
