import { dayOf, minuteOf, minutesIntoDay, type Day } from '@contract/calendar'
import { reminderMessages, returneeTitle } from '@contract/messages'
import { lastDayOf, type Outcome } from '@contract/outcome'
import { reminderAfter, reminderDays } from '@contract/reminders'
import type { ReturneeStatus } from '@contract/returneeMachine'
import { now as clock } from '@kernel/clock'
import { collection, command } from '@kernel/cloud'
import { notify } from '@kernel/notify'
import type { RegistrationCase } from '@kernel/registration'

const A_PAGE = 50
const AT_ONCE = 10

/** Nobody is woken: messages go out between these hours at UTC+8. */
const hours = { from: 8, to: 20 } as const

/** Where a measure is in force, whatever else is being considered. */
const inForce: readonly ReturneeStatus[] = ['accepted', 'tightening', 'reassessed', 'appealed']

const cases = collection<RegistrationCase>('cases')

/**
 * Tells everybody who has a test today or whose last day it is. What was missed is not made up for: a reminder of yesterday
 * would be wrong today.
 */
export async function remindOwners(now: Date, until: Date): Promise<void> {
  const hour = minutesIntoDay(now) / 60
  if (hour < hours.from || hour >= hours.to) return
  const today = dayOf(now)
  while (clock() < until) {
    const { data } = await cases
      .where({ remindOn: command.lte(today), deletion: null })
      .orderBy('remindOn', 'asc')
      .limit(A_PAGE)
      .get()
    for (let first = 0; first < data.length && clock() < until; first += AT_ONCE)
      await Promise.all(data.slice(first, first + AT_ONCE).map((found) => remind(found, today, now)))
    if (data.length < A_PAGE) return
  }
}

/** First the next day is set and then the message sent: of two who remind at the same moment one does. */
async function remind(found: RegistrationCase, today: Day, now: Date): Promise<void> {
  const { _id, version, status, remindOn, body } = found
  const isInForce = inForce.includes(status)
  const next = isInForce ? reminderAfter(body.outcome, today) : null
  const { stats } = await cases
    .where({ _id, version, remindOn, deletion: null })
    .update({ data: { remindOn: next } })
  if (stats.updated !== 1 || !isInForce || !body.outcome) return
  // Also when the day that was to be reminded of before it was missed.
  if (reminderDays(body.outcome).includes(today)) await tell(found, body.outcome, today, now)
}

async function tell(
  { _id, owner, place }: RegistrationCase,
  outcome: Outcome,
  today: Day,
  now: Date,
): Promise<void> {
  if (!owner) return
  const isTest = outcome.tests?.includes(today) ?? false
  const isLast = lastDayOf(outcome) === today && (outcome.days > 0 || Boolean(outcome.then))
  const message = reminderMessages[isTest ? (isLast ? 'testAndLast' : 'test') : 'last']
  await notify('caseProgress', owner, `pages/mine/record/index?id=${_id}`, {
    thing1: `${returneeTitle} ${place.names[place.names.length - 1] ?? ''}`,
    phrase2: message.phrase,
    thing3: message.thing,
    time4: minuteOf(now),
  })
}
