import { addDays, instantAt, type Day } from '@contract/calendar'
import { reminderAfter } from '@contract/reminders'
import type { Outcome, ReturneeStatus } from '@contract/returnee'
import type { RegistrationCase } from '@kernel/registration'
import { openIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { useReminding } from './support/reminding'
import { storedRegistration } from './support/storedRegistration'

/** The timer of the function, at whatever time a test says that it is. */
const program = `
  import { remindOwners } from './cloudfunctions/reassessment/remindOwners'
  export const main = ({ now, milliseconds }) => remindOwners(new Date(now), new Date(Date.now() + milliseconds))`

const ARRIVAL: Day = '2024-02-20'
const dayNumber = (n: number): Day => addDays(ARRIVAL, n - 1)

/** A fortnight at home with the tests of "14+7", over a leap day. */
const fortnight: Outcome = {
  measure: 'homeObservation',
  days: 14,
  from: ARRIVAL,
  until: dayNumber(14),
  then: null,
  tests: [1, 4, 7, 10, 14].map(dayNumber),
  temperatures: 2,
}

const reminding = useReminding(program, 'cases')
const { at } = reminding

let residents = 0

/** Accepted on the day of arrival; the account whose it is. */
function accepted(status: ReturneeStatus = 'accepted', changes: Partial<RegistrationCase> = {}): string {
  const fresh = storedRegistration(instantAt(ARRIVAL, 9))
  const owner = `reminded-${(residents += 1)}`
  const body = { ...fresh.body, outcome: fortnight }
  const found = { ...fresh, owner, status, body, remindOn: reminderAfter(fortnight, ARRIVAL), ...changes }
  const store = openIntruder(reminding.cloud)
  store.insert('cases', [found])
  store.close()
  reminding.cloud.wechat.consents.give(owner, 'caseProgress', 100)
  return owner
}

const told = (owner: string) =>
  reminding.cloud.wechat.outbox.latest(100, owner).map(({ fields }) => [fields.time4, fields.thing3])
const remindOn = () => stored<RegistrationCase>(reminding.cloud, 'cases').map((found) => found.remindOn)

it('each test is reminded of on its day, and the last day together with its test, whatever hour it is run', async () => {
  const owner = accepted()
  for (let n = 1; n <= 16; n += 1) for (const hour of [0, 7, 9, 12, 19, 20, 23]) await at(dayNumber(n), hour)
  expect(told(owner).reverse()).toEqual([
    ['2024-02-23 09:00', '今天要做核酸检测'],
    ['2024-02-26 09:00', '今天要做核酸检测'],
    ['2024-02-29 09:00', '今天要做核酸检测'],
    ['2024-03-04 09:00', '今天做核酸检测，也是最后一天'],
  ])
  expect(remindOn()).toEqual([null])
})

it('a last day without a test is reminded of as well', async () => {
  const outcome = { ...fortnight, tests: [dayNumber(1)] }
  const body = { ...storedRegistration(instantAt(ARRIVAL, 9)).body, outcome }
  const owner = accepted('accepted', { body, remindOn: reminderAfter(outcome, ARRIVAL) })
  await at(dayNumber(14), 8)
  expect(told(owner)).toEqual([['2024-03-04 08:00', '今天是最后一天，请坚持']])
})

it('a day that was missed is not made up for', async () => {
  const owner = accepted()
  await at(dayNumber(5), 9)
  expect([told(owner), remindOn()]).toEqual([[], [dayNumber(7)]])
})

it('a day on which something is asked is reminded of also when the one before was missed', async () => {
  const outcome = { ...fortnight, tests: [4, 5].map(dayNumber) }
  const body = { ...storedRegistration(instantAt(ARRIVAL, 9)).body, outcome }
  const owner = accepted('accepted', { body, remindOn: dayNumber(4) })
  for (const hour of [8, 9]) await at(dayNumber(5), hour)
  expect(told(owner)).toEqual([['2024-02-24 08:00', '今天要做核酸检测']])
  expect(remindOn()).toEqual([dayNumber(14)])
})

it('timers at the same moment remind once, and nothing has happened to the case', async () => {
  const owner = accepted()
  await Promise.all([at(dayNumber(4), 9), at(dayNumber(4), 9), at(dayNumber(4), 9)])
  expect(told(owner)).toHaveLength(1)
  const [found] = stored<RegistrationCase>(reminding.cloud, 'cases')
  expect([found?.version, found?.history.length]).toEqual([1, 1])
})

it.each(['reassessed', 'tightening', 'appealed'] as const)(
  'what is in force is reminded of while it is %s',
  async (status) => {
    const owner = accepted(status)
    await at(dayNumber(4), 9)
    expect(told(owner)).toHaveLength(1)
  },
)

it('nobody is reminded of what is not in force or is being deleted', async () => {
  const owners = [accepted('withdrawn'), accepted('rejected'), accepted('accepted', { deletion: 'a batch' })]
  await at(dayNumber(4), 9)
  expect(owners.flatMap(told)).toEqual([])
})
