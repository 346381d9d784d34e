import {
  isEmergency,
  type HouseholdReport,
  type RegisteredFromReport,
  type Reported,
  type Unwell,
} from '@contract/selfReport'
import { reportingAt } from '@kernel/assessment/reportingAt'
import type { HouseholdDocument, RegisteredStay, StoredReport } from '@kernel/households/householdDocument'
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

/**
 * What the family does now, from what is stored: the same whenever the report arrives again. Where all are well there is
 * nobody to call, and the place is not read.
 */
export async function whatNow(
  input: HouseholdReport,
  household: HouseholdDocument,
  { now }: Context,
): Promise<Reported> {
  const { telephones } = await reportingAt(household.at, now)
  const report = reportIn(household, input.submission)
  const unwell = report ? unwellIn(report, household) : []
  const made = household.registered.filter(({ submission }) => submission === input.submission)
  const place = unwell.length + made.length > 0 ? await placeOf(household, now) : null
  return {
    household: household._id,
    version: household.edits,
    on: input.on,
    missing: missingOn(household, input.on),
    unwell,
    registrations: report && place ? await registrationsOf(made, input, report, household, place, now) : [],
    contact: place && publicContact(place),
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
  made: readonly RegisteredStay[],
  input: HouseholdReport,
  { by }: StoredReport,
  household: HouseholdDocument,
  place: PlaceDocument,
  now: Date,
): Promise<RegisteredFromReport[]> {
  return Promise.all(
    made.flatMap((stay) => {
      // Whoever was entered by mistake may have been removed before the report arrived again.
      const [main] = stay.people.flatMap((person) => household.members.filter(({ id }) => id === person))
      return main ? registerStay({ stay, main, household, input, by }, place, now) : []
    }),
  )
}
