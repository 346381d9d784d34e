import {
  isEmergency,
  type HouseholdReport,
  type RegisteredFromReport,
  type Reported,
  type Unwell,
} from '@contract/selfReport'
import { reportingAt } from '@kernel/assessment/reportingAt'
import type { HouseholdDocument, StoredReport } from '@kernel/households/householdDocument'
import { missingOn } from '@kernel/households/reportedDays'
import { publicContact, type PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { Context } from '@kernel/serve'
import { registerStay } from './registerStays'

/** The report of that submission, whichever day it tells of. */
export const reportIn = (
  { days }: Pick<HouseholdDocument, 'days'>,
  submission: string,
): StoredReport | undefined =>
  days.flatMap(({ reports }) => reports).find((report) => report.submission === submission)

export async function placeOf({ place }: HouseholdDocument, now: Date): Promise<PlaceDocument> {
  const found = await findPlace(place.id, now)
  if (!found) throw new Error('the place of a household is not there')
  return found
}

/** What the family does now, from what is stored: the same whenever the report arrives again. */
export async function whatNow(
  input: HouseholdReport,
  household: HouseholdDocument,
  { now }: Context,
): Promise<Reported> {
  const { telephones } = await reportingAt(household.at, now)
  const place = await placeOf(household, now)
  const report = reportIn(household, input.submission)
  return {
    household: household._id,
    version: household.version,
    on: input.on,
    missing: missingOn(household, input.on),
    unwell: report ? unwellIn(report, household) : [],
    registrations: report ? await registrationsOf(input, report, household, place, now) : [],
    contact: publicContact(place),
    telephones,
  }
}

const unwellIn = ({ people }: StoredReport, { members }: HouseholdDocument): Unwell[] =>
  people.flatMap((said) => {
    const { person, concerns } = said
    const alert = members.find(({ id }) => id === person)?.episode?.case
    return alert && concerns.length > 0 ? [{ person, concerns, isEmergency: isEmergency(said), alert }] : []
  })

function registrationsOf(
  input: HouseholdReport,
  { by }: StoredReport,
  household: HouseholdDocument,
  place: PlaceDocument,
  now: Date,
): Promise<RegisteredFromReport[]> {
  const made = household.registered.filter(({ submission }) => submission === input.submission)
  return Promise.all(
    made.flatMap((stay) => {
      // Whoever was entered by mistake may have been removed before the report arrived again.
      const main = household.members.find(({ id }) => id === stay.people[0])
      return main ? registerStay({ stay, main, household, input, by }, place, now) : []
    }),
  )
}
