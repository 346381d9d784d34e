import type { Reported } from '@contract/selfReport'
import type { Case } from '@kernel/caseEvents'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import type { PersonDocument } from '@kernel/people'
import type { RegistrationCase } from '@kernel/registration'
import { outcomeOf, type Finding, type Said } from '../said'
import { documentsOf, type Stored } from '../stored'

/** What follows from a submission is there as well, once somebody was told that it has been done. */
export const findMissingFollowers = (stored: Stored, said: readonly Said[]): Finding[] => {
  const acknowledged = said.filter((one) => outcomeOf(one) === 'acknowledged')
  return [
    ...withoutPeople(stored, acknowledged),
    ...withoutAlert(stored, acknowledged),
    ...withoutReport(stored, acknowledged),
  ]
}

/** Whoever is named in a registration is found by their number. */
function withoutPeople(stored: Stored, said: readonly Said[]): Finding[] {
  const registrations = new Map(documentsOf<RegistrationCase>(stored, 'cases').map((one) => [one._id, one]))
  const people = documentsOf<PersonDocument>(stored, 'people').map((person) => person.case)
  const perCase = new Map<string, number>()
  for (const id of people) perCase.set(id, (perCase.get(id) ?? 0) + 1)
  return said.flatMap(({ what, id }): Finding[] => {
    const found = registrations.get(id)
    if (what !== 'returnee.register' || !found) return []
    const named = 1 + found.body.answers.companions.length
    const known = perCase.get(id) ?? 0
    return known >= named
      ? []
      : [{ document: `cases/${id}`, what: `names ${named} people; ${known} are remembered` }]
  })
}

/** Whoever was told that the grid worker will see it: the grid worker does. */
function withoutAlert(stored: Stored, said: readonly Said[]): Finding[] {
  const cases = new Set(documentsOf<Case>(stored, 'cases').map(({ _id }) => _id))
  return said
    .filter(({ what }) => what === 'selfReport.report')
    .flatMap(({ data }) => (data as Reported).unwell)
    .flatMap(({ alert }) =>
      cases.has(alert) ? [] : { document: `cases/${alert}`, what: 'was told of, and is not there' },
    )
}

/** A report may be replaced by a later one of the day, but not vanish. */
function withoutReport(stored: Stored, said: readonly Said[]): Finding[] {
  const households = new Map(
    documentsOf<HouseholdDocument>(stored, 'households').map((one) => [one._id, one]),
  )
  return said.flatMap(({ what, data, id }): Finding[] => {
    if (what !== 'selfReport.report') return []
    const { household, on } = data as Reported
    const isThere = households.get(household)?.days.some((day) => day.on === on && day.reports.length > 0)
    return isThere
      ? []
      : [{ document: `households/${household}`, what: `has no report of ${on}, not even ${id}` }]
  })
}
