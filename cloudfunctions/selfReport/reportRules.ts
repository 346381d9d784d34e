import { addDays, dayOf, instantAt, type Day } from '@contract/calendar'
import type { Faults } from '@contract/faults'
import { householdLimits, type EnteredHow } from '@contract/households'
import type { Vaccination } from '@contract/returneeAnswers'
import { reportLimits, type HouseholdReport } from '@contract/selfReport'
import {
  oldestOf,
  type EnteredBy,
  type HouseholdDocument,
  type MemberDocument,
  type RegisteredStay,
  type StoredDay,
  type StoredPersonReport,
  type StoredReport,
} from '@kernel/households/householdDocument'
import { firstDayKept, lastKept, latestOf, missingOn, reportedOf } from '@kernel/households/reportedDays'
import { steadyOf } from '@kernel/households/steady'
import { firstLeavingKept, householdKeptUntil } from '@kernel/retention'

/** The family says for itself; staff say how they know. */
const mayBeEntered = (how: EnteredHow, { actor }: Pick<EnteredBy, 'actor'>): boolean =>
  (actor === 'owner') === (how === 'self')

/** What only the function can know: who lives there, which regions exist, and who is reporting. Paths are the input's. */
export function reportFaults(
  { how, people }: HouseholdReport,
  { members }: Pick<HouseholdDocument, 'members'>,
  by: Pick<EnteredBy, 'actor'>,
  regionExists: (code: string) => boolean,
): Faults {
  const faults: Faults = {}
  if (!mayBeEntered(how, by)) faults.how = 'notAChoice'
  people.forEach(({ person, been }, index) => {
    const member = members.find(({ id }) => id === person)
    if (!member) faults[`people.${index}.person`] = 'personUnknown'
    else if (member.left) faults[`people.${index}.person`] = 'personLeft'
    been.forEach(({ region }, stay) => {
      if (!regionExists(region)) faults[`people.${index}.been.${stay}.region`] = 'regionUnknown'
    })
  })
  return faults
}

const MINUTE_MS = 60_000

/** Seconds until the household may report again; 0 where it may now. What counts is when reports arrived, not of which day they tell. */
export function secondsToWait(days: readonly Pick<StoredDay, 'reports'>[], now: Date): number {
  const arrived = days.flatMap(({ reports }) => reports.map(({ at }) => at.getTime()))
  const until = (instant: number) => Math.max(1, Math.ceil((instant - now.getTime()) / 1000))
  const today = dayOf(now)
  const midnight = instantAt(today, 0).getTime()
  if (arrived.filter((at) => at >= midnight).length >= reportLimits.aDay) {
    return until(instantAt(addDays(today, 1), 0).getTime())
  }
  const lately = arrived.filter((at) => at > now.getTime() - MINUTE_MS).sort((a, b) => b - a)
  const first = lately[reportLimits.aMinute - 1]
  return first === undefined ? 0 : until(first + MINUTE_MS)
}

/** Of a day that nobody can report for any more only what was said last of each person is ever read. */
function settled({ on, reports }: StoredDay): StoredDay {
  const last = new Map(reports.flatMap((report) => report.people.map(({ person }) => [person, report])))
  const said = reports.map((report) => ({
    ...report,
    people: report.people.filter(({ person }) => last.get(person) === report),
  }))
  return { on, reports: said.filter(({ people }) => people.length > 0) }
}

/**
 * The days with one more report, the newest first. Those before the calendar's first are gone, and what was corrected on
 * those that are settled: a household must not grow beyond what one document holds.
 */
export function daysWith(days: readonly StoredDay[], on: Day, report: StoredReport, today: Day): StoredDay[] {
  const first = firstDayKept(today)
  const before = days.find((day) => day.on === on)?.reports ?? []
  return [...days.filter((day) => day.on !== on), { on, reports: [...before, report] }]
    .filter((day) => day.on >= first)
    .map((day) => (day.on < addDays(today, -reportLimits.daysLate) ? settled(day) : day))
    .sort((one, other) => (one.on < other.on ? 1 : -1))
}

/** What a report says besides what is stored of it. */
export interface Arrived {
  on: Day
  report: StoredReport
  vaccinations: ReadonlyMap<string, Vaccination>
  /** The episodes that it has begun or continued, by person. */
  episodes: ReadonlyMap<string, NonNullable<MemberDocument['episode']>>
  registered: readonly RegisteredStay[]
}

/** What a report makes of a household. One that comes late says nothing of today, and takes nothing back. */
export function afterReport(found: HouseholdDocument, arrived: Arrived) {
  const { on, report } = arrived
  const today = dayOf(report.at)
  const days = daysWith(found.days, on, report, today)
  const steady = steadyOf(days, found.members)
  const members = peopleKept(found, days, today).map((member) => {
    const said = report.people.find(({ person }) => person === member.id)
    const run = steady.find(({ person }) => person === member.id)
    return {
      ...(said ? memberAfter(member, said, arrived) : { ...member, last: lastKept(member, today) }),
      steady: run ? { temperature: run.temperature, days: run.days } : null,
    }
  })
  const isComplete = missingOn({ members, days }, on).length === 0 && on > found.reportedOn
  return {
    days,
    oldest: oldestOf(days),
    members,
    // What does not change is not written: the reminder of that day may be on its way.
    ...(isComplete && { reportedOn: on, ...(on > found.remindedOn && { remindedOn: on }) }),
    latest: latestOf({ days, members }),
    steady: steady.length > 0,
    registered: [
      ...found.registered.filter(({ last }) => last >= addDays(today, -householdLimits.days)),
      ...arrived.registered,
    ],
    keepUntil: householdKeptUntil(report.at),
  }
}

/** Without those who left so long ago that a household of theirs would be gone as well. */
const peopleKept = (
  { members }: Pick<HouseholdDocument, 'members'>,
  days: readonly StoredDay[],
  today: Day,
): MemberDocument[] =>
  members.filter(
    ({ id, left }) =>
      !left || left.on >= firstLeavingKept(today) || days.some((day) => reportedOf(day).has(id)),
  )

function memberAfter(
  member: MemberDocument,
  { temperature }: StoredPersonReport,
  { on, vaccinations, episodes }: Arrived,
): MemberDocument {
  const { id, last, vaccination, episode } = member
  const told = vaccinations.get(id) ?? 'unknown'
  return {
    ...member,
    last: last && last.on > on ? last : { on, temperature },
    vaccination: told === 'unknown' ? vaccination : told,
    episode: episodes.get(id) ?? episode,
  }
}
