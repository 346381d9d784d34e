import { addDays, dayOf } from '@contract/calendar'
import { householdLimits } from '@contract/households'
import { collection, command } from '@kernel/cloud'
import { writeHousehold } from '@kernel/households/changing'
import { oldestOf, type HouseholdDocument } from '@kernel/households/householdDocument'

const A_ROUND = 100

/**
 * Takes the reports away that are past their four weeks. Households that report every day do so themselves with each
 * report; here come those that have stopped.
 */
export async function forgetReports(now: Date): Promise<void> {
  const first = addDays(dayOf(now), 1 - householdLimits.days)
  const { data } = await collection<HouseholdDocument>('households')
    .where({ oldest: command.lt(first), deletion: null })
    .orderBy('oldest', 'asc')
    .limit(A_ROUND)
    .get()
  for (const found of data) {
    const days = found.days.filter(({ on }) => on >= first)
    await writeHousehold(found, { days, oldest: oldestOf(days) })
  }
}
