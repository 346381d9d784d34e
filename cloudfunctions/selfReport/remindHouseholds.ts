import { dayOf, minuteOf, minutesIntoDay, type Day } from '@contract/calendar'
import { dailyReminderMessage } from '@contract/messages'
import { now as clock } from '@kernel/clock'
import { collection, command } from '@kernel/cloud'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { notify } from '@kernel/notify'
import { residentName } from '@kernel/placeDocument'

const A_PAGE = 100
const AT_ONCE = 20

/** By when a slice begins nothing new: the messages of some households last two seconds more, and there are twenty. */
const SLICE_MS = 12_000

type Reminded = Pick<HouseholdDocument, '_id' | 'accounts' | 'at' | 'place' | 'remindedOn' | 'reportedOn'>

const households = collection<Reminded>('households')

/**
 * Reminds the families that have chosen this hour and have not reported today, slice by slice until the hour is over: one
 * that was missed is not made up for later, since nobody chose that later hour.
 */
export async function remindHouseholds(now: Date, until = new Date(now.getTime() + SLICE_MS)): Promise<void> {
  const today = dayOf(now)
  const remindHour = Math.floor(minutesIntoDay(now) / 60)
  while (clock() < until) {
    const { data } = await households
      .where({ remindHour, remindedOn: command.lt(today), deletion: null })
      .orderBy('remindedOn', 'asc')
      .limit(A_PAGE)
      .field({ days: false, registered: false, members: false, calls: false })
      .get()
    await passOver(
      data.filter((found) => !isDue(found, today)),
      today,
    )
    const due = data.filter((found) => isDue(found, today))
    for (let first = 0; first < due.length && clock() < until; first += AT_ONCE)
      await Promise.all(due.slice(first, first + AT_ONCE).map((found) => remind(found, today, now)))
    if (data.length < A_PAGE) return
  }
}

/** Where nobody lives nobody has to report: its day is none before today either. */
const isDue = ({ reportedOn }: Reminded, today: Day): boolean => reportedOn < today

/** That day is done with for those who have reported. */
async function passOver(reported: readonly Reminded[], today: Day): Promise<void> {
  if (reported.length === 0) return
  await households
    .where({ _id: command.in(reported.map(({ _id }) => _id)), reportedOn: command.gte(today) })
    .update({ data: { remindedOn: today } })
}

/**
 * First that day is done with and then the message sent: of two who remind at the same moment one does. Who has reported
 * meanwhile is looked at again; a family that reports within the instant between still gets the message.
 */
async function remind(found: Reminded, today: Day, now: Date): Promise<void> {
  const { _id, remindedOn, reportedOn, accounts, at, place } = found
  const { stats } = await households
    .where({ _id, remindedOn, reportedOn, deletion: null })
    .update({ data: { remindedOn: today } })
  if (stats.updated !== 1) return
  await Promise.all(
    accounts.map((account) =>
      notify('dailyReminder', account, `pages/daily/report/index?household=${_id}`, {
        thing1: dailyReminderMessage.title,
        thing2: residentName(at, place).names.slice(-2).join(' '),
        thing3: dailyReminderMessage.thing,
        time4: minuteOf(now),
      }),
    ),
  )
}
