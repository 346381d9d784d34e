import { dayOf, type Day } from '@contract/calendar'
import { now as clock } from '@kernel/clock'
import { collection, command } from '@kernel/cloud'
import { writeHousehold } from '@kernel/households/changing'
import { oldestOf, type HouseholdDocument, type StoredDay } from '@kernel/households/householdDocument'
import { firstDayKept, lastKept } from '@kernel/households/reportedDays'
import { steadyOf } from '@kernel/households/steady'

const A_ROUND = 100
const AT_ONCE = 20

/** By when a slice begins no further round: a street whose families stop together loses a day of each, every day. */
const SLICE_MS = 10_000

/**
 * Takes the reports away that are past their four weeks, and the values that were taken from them. Households that report
 * every day do so themselves with each report; here come those that have stopped.
 */
export async function forgetReports(now: Date): Promise<void> {
  const today = dayOf(now)
  const until = clock().getTime() + SLICE_MS
  do {
    const { data } = await collection<HouseholdDocument>('households')
      .where({ oldest: command.lt(firstDayKept(today)), deletion: null })
      .orderBy('oldest', 'asc')
      .limit(A_ROUND)
      .get()
    for (let first = 0; first < data.length; first += AT_ONCE)
      await Promise.all(data.slice(first, first + AT_ONCE).map((found) => forgetIn(found, today)))
    if (data.length < A_ROUND) return
  } while (clock().getTime() < until)
}

async function forgetIn(found: HouseholdDocument, today: Day): Promise<void> {
  const days = found.days.filter(({ on }) => on >= firstDayKept(today))
  const members = membersAfter(found, days, today)
  const steady = members.some((member) => member.left === null && member.steady !== null)
  await writeHousehold(found, { days, oldest: oldestOf(days), members, steady })
}

function membersAfter({ members }: HouseholdDocument, days: readonly StoredDay[], today: Day) {
  const runs = new Map(steadyOf(days, members).map(({ person, ...run }) => [person, run]))
  return members.map((member) => ({
    ...member,
    last: lastKept(member, today),
    steady: runs.get(member.id) ?? null,
  }))
}
