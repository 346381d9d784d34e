import { addDays, type Day } from '@contract/calendar'
import { householdLimits } from '@contract/households'
import { livingThere, type HouseholdDocument, type MemberDocument, type StoredDay } from './householdDocument'

type Reporting = Pick<HouseholdDocument, 'members' | 'days'>

/** The first day whose reports are kept. */
export const firstDayKept = (today: Day): Day => addDays(today, 1 - householdLimits.days)

/** What was last said of somebody goes with the report that said it. */
export const lastKept = ({ last }: Pick<MemberDocument, 'last'>, today: Day): MemberDocument['last'] =>
  last && last.on >= firstDayKept(today) ? last : null

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
