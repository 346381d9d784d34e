import { addDays } from '@contract/calendar'
import { limits, type Purpose, type RegistrationAnswers } from '@contract/returneeAnswers'
import type { HouseholdReport, RegisteredFromReport } from '@contract/selfReport'
import { outcomeAsOwnerSees } from '@kernel/asOwnerSees'
import { readCase, storeCase } from '@kernel/cases'
import {
  householdContext,
  livingThere,
  type EnteredBy,
  type HouseholdDocument,
  type MemberDocument,
  type RegisteredStay,
} from '@kernel/households/householdDocument'
import { openMember, seesDocument } from '@kernel/households/members'
import type { PlaceDocument } from '@kernel/placeDocument'
import { expectedAt, newRegistration } from '@kernel/registering'
import type { RegistrationBody } from '@kernel/registration'
import { rememberPeople } from '@kernel/rememberPeople'
import { ownSealer } from '@kernel/seal'
import { tellStaff } from '@kernel/tellOfRegistration'
import { isStay } from './stayRules'

interface Stayed {
  stay: RegisteredStay
  /** The first who stayed there. */
  main: MemberDocument
  household: HouseholdDocument
  input: HouseholdReport
  by: EnteredBy
}

/**
 * Stores the registration that a report of the household stands for, with everything that is known filled in. What was
 * stored when the same report arrived before stays as it is. Two database requests.
 */
export async function registerStay(
  stayed: Stayed,
  place: PlaceDocument,
  now: Date,
): Promise<RegisteredFromReport> {
  const { stay, by } = stayed
  const answers = answersOf(stayed, place)
  const fresh = {
    submission: stay.case,
    purpose: purposeOf(stayed),
    answers,
    expected: await expectedAt(place, answers, now, now),
  }
  const opening = newRegistration(fresh, place, by, now)
  const isFirst = (await storeCase(opening)) === 'stored'
  const stored = isFirst ? opening : await readCase<RegistrationBody, string>('returnee', stay.case)
  if (stored) await rememberPeople(stay.case, stored, answers, now)
  if (isFirst) await tellStaff('register', opening, place)
  const expected = stored?.body.expected ?? null
  return {
    case: stay.case,
    people: stay.people,
    expected: by.actor === 'owner' ? outcomeAsOwnerSees(expected) : expected,
  }
}

const purposeOf = ({ main, by }: Stayed): Purpose => {
  if (by.actor !== 'owner') return 'telephone'
  return main.relation === 'self' ? 'self' : 'family'
}

function answersOf({ stay, main, household, input, by }: Stayed, place: PlaceDocument): RegistrationAnswers {
  const said = input.people.find(({ person }) => person === main.id)
  const been = said?.been.find((one) => isStay(one, stay))
  const told = said?.vaccination ?? 'unknown'
  const companions = household.members.filter(({ id }) => id !== main.id && stay.people.includes(id))
  return {
    person: { ...identityOf(main, household, by), phone: phoneOf(main, household) },
    household: { place: place._id, door: ownSealer().open(household.door, householdContext(household._id)) },
    from: { region: stay.region, detail: been?.detail ?? '' },
    leftOn: stay.last,
    arrivesOn: stay.last,
    transport: { by: 'other', number: '', plate: '' },
    companions: companions.map((one) => ({
      ...identityOf(one, household, by),
      relation: main.relation === 'self' && one.relation !== 'self' ? one.relation : 'relative',
    })),
    passed: passedOf(said?.been ?? [], stay),
    test: testOf(said?.test ?? null),
    symptoms: said?.symptoms ?? [],
    vaccination: told === 'unknown' ? main.vaccination : told,
    note: said?.note ?? '',
  }
}

/** A document is shown to nobody of the family but whoever typed it, so that it does not come to them by this way either. */
function identityOf(member: MemberDocument, household: HouseholdDocument, { actor, account }: EnteredBy) {
  const { name, phone, document } = openMember(household, member)
  const isShown = actor !== 'owner' || seesDocument(member, account)
  return { name, phone, document: isShown ? document : { ...document, number: '' } }
}

/** Their own or, because relatives may share one, the first of the household. */
function phoneOf(main: MemberDocument, household: HouseholdDocument): string {
  const whose = [main, ...livingThere(household)].find(({ phone }) => phone !== '')
  return whose ? openMember(household, whose).phone : ''
}

type Been = HouseholdReport['people'][number]['been']

/** Where else they have been, as far as a registration asks for it. */
const passedOf = (been: Been, stay: RegisteredStay): RegistrationAnswers['passed'] =>
  been.flatMap(({ region, last: on }) =>
    region !== stay.region && on <= stay.last && on >= addDays(stay.last, -limits.passedDaysBefore)
      ? { region, on }
      : [],
  )

/** Only the day is known: its first minute promises least. */
const testOf = (test: HouseholdReport['people'][number]['test']): RegistrationAnswers['test'] =>
  test
    ? { result: test.result, takenAt: `${test.takenOn} 00:00`, pictures: [] }
    : { result: 'none', takenAt: '', pictures: [] }
