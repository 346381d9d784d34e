import type { Day } from '@contract/calendar'
import { concernsOf, type HouseholdReport } from '@contract/selfReport'
import { reportingAt } from '@kernel/assessment/reportingAt'
import { raiseOrAddTo, type Episode } from '@kernel/healthAlerts/raising'
import {
  householdContext,
  type EnteredBy,
  type HouseholdDocument,
  type StoredReport,
} from '@kernel/households/householdDocument'
import { ownSealer } from '@kernel/seal'
import { placeOf } from './whatNow'

/** A report and its digest, see `Sealer.digest`. */
export interface Sent {
  input: HouseholdReport
  digest: string
}

/** A report as it is kept: its words sealed, and with what cannot wait by the rules in force now. */
export async function storedReport(
  { input, digest }: Sent,
  { _id, at }: HouseholdDocument,
  by: EnteredBy,
  now: Date,
): Promise<StoredReport> {
  const { submission, how, people } = input
  const rules = await reportingAt(at, now)
  const seal = (text: string) => text && ownSealer().seal(text, householdContext(_id))
  return {
    ...{ submission, digest, at: now, how, by },
    people: people.map(({ person, temperature, symptoms, contacts, been, test, note }) => ({
      ...{ person, temperature, symptoms, contacts, test },
      been: been.map((stay) => ({ ...stay, detail: seal(stay.detail) })),
      note: seal(note),
      concerns: concernsOf({ temperature, symptoms, contacts, test }, rules),
    })),
  }
}

/** The episodes of those who are unwell, by person; staff have been told. */
export async function raiseAlerts(
  { people, ...report }: StoredReport,
  household: HouseholdDocument,
  on: Day,
): Promise<Map<string, Episode>> {
  const raised = people.map(async (said) => {
    const member = household.members.find(({ id }) => id === said.person)
    if (!member || said.concerns.length === 0) return []
    const where = await placeOf(household, report.at)
    const episode = await raiseOrAddTo(household, member, { ...said, ...report, on }, where, report.at)
    return [[said.person, episode] as const]
  })
  return new Map((await Promise.all(raised)).flat())
}
