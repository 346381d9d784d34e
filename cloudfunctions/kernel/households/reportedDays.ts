import type { Day } from '@contract/calendar'
import { livingThere, type HouseholdDocument, type StoredDay } from './householdDocument'

type Reporting = Pick<HouseholdDocument, 'members' | 'days'>

/** The ids of those whom any report of the day is about. */
export const reportedOf = (day: Pick<StoredDay, 'reports'> | undefined): Set<string> =>
  new Set(day?.reports.flatMap(({ people }) => people.map(({ person }) => person)))

/** Who lives there and has not been reported on that day. */
export const missingOn = ({ members, days }: Reporting, on: Day): string[] => {
  const reported = reportedOf(days.find((day) => day.on === on))
  return livingThere({ members }).flatMap(({ id }) => (reported.has(id) ? [] : id))
}

/** The latest day with a report, and how many of those who live there it has reported. */
export const latestOf = ({ members, days }: Reporting): HouseholdDocument['latest'] => {
  const [newest] = days
  return newest
    ? {
        on: newest.on,
        people: livingThere({ members }).length - missingOn({ members, days }, newest.on).length,
      }
    : null
}
