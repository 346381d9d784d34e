import { assess, type Facts } from '@contract/assessment'
import { exposuresOf } from '@contract/areaIndex'
import type { Day } from '@contract/calendar'
import { isOver } from '@contract/outcome'
import type { Vaccination } from '@contract/returneeAnswers'
import type { HouseholdReport, PersonReport } from '@contract/selfReport'
import { regionName } from '@kernel/assessment/assessRegistration'
import type { Ruling } from '@kernel/assessment/inForce'
import type { HouseholdDocument, RegisteredStay } from '@kernel/households/householdDocument'

type Been = PersonReport['been'][number]

/**
 * Whether somebody who was there has to be registered: the policy asks something of them for it that is not over yet or,
 * while there is no policy, the list names an area in that county. Judged as though they were well: for whoever is not there
 * is an episode of its own.
 */
export function hasToRegister(
  been: Been,
  { test, vaccination }: Pick<Facts, 'test' | 'vaccination'>,
  { policy, list }: Ruling,
  today: Day,
): boolean {
  const { last } = been
  const stay = { ...been, through: false }
  if (!policy) {
    return list !== null && exposuresOf(stay, list.areas).some(({ area, near }) => area && near !== 'city')
  }
  const facts = { stays: [stay], arrivesOn: last, judgedOn: today, hasSymptoms: false, vaccination }
  const outcome = assess({ ...facts, test: test === 'positive' ? 'none' : test }, policy, list, regionName)
  if (!outcome || isOver(outcome, today)) return false
  // Where the list names something nearby, tests are reason enough; where it does not, they are asked of every traveller.
  const { measure, tests = [], basis } = outcome
  return measure !== 'noticeOnly' || (tests.length > 0 && (basis?.exposure.level ?? null) !== null)
}

export const isStay = (been: Pick<Been, 'region' | 'last'>, other: Pick<Been, 'region' | 'last'>): boolean =>
  been.region === other.region && been.last === other.last

/** Stays of one household that are to be registered, those of several people in the same county until the same day together. */
export function staysToRegister(
  { people }: Pick<HouseholdReport, 'people'>,
  { members, registered }: Pick<HouseholdDocument, 'members' | 'registered'>,
  ruling: Ruling,
  today: Day,
): Omit<RegisteredStay, 'case' | 'submission'>[] {
  const found: Omit<RegisteredStay, 'case' | 'submission'>[] = []
  const isKnown = (person: string, been: Been) =>
    [...registered, ...found].some((stay) => isStay(stay, been) && stay.people.includes(person))
  for (const { person, been, test, vaccination: told } of people) {
    const known = members.find(({ id }) => id === person)?.vaccination ?? 'unknown'
    const vaccination: Vaccination = told === 'unknown' ? known : told
    for (const stay of been) {
      const said = { test: test?.result ?? 'none', vaccination } as const
      if (isKnown(person, stay) || !hasToRegister(stay, said, ruling, today)) continue
      const together = found.find((other) => isStay(other, stay))
      if (together) together.people.push(person)
      else found.push({ region: stay.region, last: stay.last, people: [person] })
    }
  }
  return found
}
