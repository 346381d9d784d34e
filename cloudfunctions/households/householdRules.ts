import type { Day } from '@contract/calendar'
import type { Faults } from '@contract/faults'
import type { Leaving, MemberAnswers } from '@contract/households'
import {
  livingThere,
  NOBODY_HERE,
  oldestOf,
  type HouseholdDocument,
  type MemberDocument,
  type StoredDay,
} from '@kernel/households/householdDocument'
import { latestOf, reportedOf } from '@kernel/households/reportedDays'

/** Of those who live there and those who left together; whoever only made a mistake is not kept at all. */
export const PEOPLE_KEPT = 40

/** What is wrong with the people of a new household among themselves, by the paths of the input. */
export const openingFaults = (members: readonly MemberAnswers[], needsPhone: boolean): Faults => {
  const faults: Faults = {}
  if (needsPhone && members.every(({ phone }) => phone === '')) faults['members.0.phone'] = 'phoneNeeded'
  members.forEach((one, index) => {
    const before = members.slice(0, index)
    const { number } = one.document
    if (one.relation === 'self' && before.some(({ relation }) => relation === 'self')) {
      faults[`members.${index}.relation`] = 'repeated'
    }
    if (number !== '' && before.some(({ document }) => document.number === number)) {
      faults[`members.${index}.document.number`] = 'repeated'
    }
  })
  return faults
}

/** Whether somebody else who lives there is already called what only one can be. */
export const isSecondSelf = (
  { id, relation }: Pick<MemberDocument, 'id' | 'relation'>,
  household: Pick<HouseholdDocument, 'members'>,
): boolean =>
  relation === 'self' && livingThere(household).some((other) => other.id !== id && other.relation === 'self')

export const hasPhone = (members: readonly MemberDocument[]): boolean =>
  livingThere({ members: [...members] }).some(({ phone }) => phone !== '')

/** With one person in place of who they were. */
export const withMember = (members: readonly MemberDocument[], one: MemberDocument): MemberDocument[] =>
  members.map((other) => (other.id === one.id ? one : other))

/** Here again; two keepers cannot both be `self`. */
export const backAgain = (
  one: MemberDocument,
  household: Pick<HouseholdDocument, 'members'>,
): MemberDocument => ({
  ...one,
  left: null,
  relation: isSecondSelf(one, household) ? 'relative' : one.relation,
})

/**
 * The household without somebody. Entered by mistake they are gone altogether with what was reported of them, unless
 * somebody has been told that they were unwell.
 */
export function without(
  { members, days }: Pick<HouseholdDocument, 'members' | 'days'>,
  person: MemberDocument,
  left: { on: Day; why: Leaving },
): Pick<HouseholdDocument, 'members' | 'days'> {
  if (left.why !== 'mistake' || person.episode) {
    return { members: withMember(members, { ...person, left }), days }
  }
  return { members: members.filter(({ id }) => id !== person.id), days: daysWithout(days, person.id) }
}

const daysWithout = (days: readonly StoredDay[], id: string): StoredDay[] =>
  days
    .map(({ on, reports }) => ({
      on,
      reports: reports
        .map((report) => ({ ...report, people: report.people.filter(({ person }) => person !== id) }))
        .filter(({ people }) => people.length > 0),
    }))
    .filter(({ reports }) => reports.length > 0)

type Settled = Pick<
  HouseholdDocument,
  'members' | 'days' | 'oldest' | 'display' | 'reportedOn' | 'latest' | 'steady'
>

/** What else is different when a household's people, or what was reported of them, have changed. */
export function settledWith(
  before: Pick<HouseholdDocument, 'members' | 'days' | 'display' | 'reportedOn'>,
  { members, days }: Pick<HouseholdDocument, 'members' | 'days'>,
  today: Day,
): Settled {
  const living = livingThere({ members })
  return {
    members,
    days,
    oldest: oldestOf(days),
    display: living[0]?.display ?? before.display,
    reportedOn: reportedOnOf(before, living, days, today),
    latest: latestOf({ members, days }),
    steady: living.some(({ steady }) => steady !== null),
  }
}

/**
 * The last day on which everybody was reported. Who has come only now counts from today on: the days before are as
 * complete as they were.
 */
function reportedOnOf(
  before: Pick<HouseholdDocument, 'members' | 'reportedOn'>,
  living: readonly MemberDocument[],
  days: readonly StoredDay[],
  today: Day,
): Day {
  if (living.length === 0) return NOBODY_HERE
  if (days.some((day) => day.on === today && isComplete(day, living))) return today
  const lived = livingThere(before)
  const stayed = living.filter(({ id }) => lived.some((one) => one.id === id))
  const found = stayed.length > 0 && days.find((day) => day.on < today && isComplete(day, stayed))
  const earlier = before.reportedOn < today ? before.reportedOn : ''
  return found && found.on > earlier ? found.on : earlier
}

const isComplete = (day: StoredDay, living: readonly MemberDocument[]): boolean => {
  const reported = reportedOf(day)
  return living.every(({ id }) => reported.has(id))
}
