import { ok, refused, type Refused, type Result } from '@contract/action'
import type { Day } from '@contract/calendar'
import type { Faults } from '@contract/faults'
import {
  householdLimits,
  type HouseholdChanged,
  type householdsActions,
  type Leaving,
  type MemberAnswers,
} from '@contract/households'
import { changeHousehold, type HouseholdChanges } from '@kernel/households/changing'
import {
  livingThere,
  type EnteredBy,
  type HouseholdDocument,
  type MemberDocument,
} from '@kernel/households/householdDocument'
import { memberIdOf, newMember, saidAnew, saysTheSame, withDocument } from '@kernel/households/members'
import { householdKeptUntil } from '@kernel/retention'
import { ownSealer, saysSame } from '@kernel/seal'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import {
  backAgain,
  hasPhone,
  isSecondSelf,
  PEOPLE_KEPT,
  settledWith,
  withMember,
  without,
} from './householdRules'

interface OnHousehold {
  household: string
  version: number
}

type Work = (found: HouseholdDocument, by: EnteredBy) => HouseholdChanges | Refused

/** One change of a household's people: two database requests for the family, three for staff. */
async function changing(on: OnHousehold, context: Context, work: Work): Promise<Result<HouseholdChanged>> {
  const changed = await changeHousehold(on, context, work)
  return changed.ok ? ok({ id: changed.data._id, version: changed.data.edits }) : changed
}

const cannotStand = (faults: Faults): Refused => refused('invalidInput', 'this cannot stand', faults)

/** What the household becomes with these people and reports instead of its own. */
const become = (
  found: HouseholdDocument,
  next: Pick<HouseholdDocument, 'members' | 'days'>,
  { now, today }: Context,
) => ({ ...settledWith(found, next, today), keepUntil: householdKeptUntil(now) })

/** Of these, the latest are remembered. */
const ADDINGS_KEPT = PEOPLE_KEPT

/** Somebody lives there from now on. Whoever has left with the same document comes back instead of standing there twice. */
export const addMember: UseCase<typeof householdsActions.add> = ({ submission, member, ...on }, context) =>
  changing(on, context, (found, by) => {
    const { added = [] } = found
    const adding = ownSealer().digest({ submission, member })
    if (added.some((before) => saysSame(before, adding))) return 'nothing'
    const id = memberIdOf(found._id, submission)
    const known = found.members.find((one) => one.id === id) ?? withDocument(found.members, member.document)
    if (known?.left === null) return addedBefore(found, known, id, member)
    const one = known
      ? backAgain(saidAnew(found, known, member, by), found)
      : newMember(found, id, member, by)
    if (isSecondSelf(one, found)) return cannotStand({ 'member.relation': 'repeated' })
    if (isFull(found, known)) return cannotStand({ member: 'tooMany' })
    const members = known ? withMember(found.members, one) : [...found.members, one]
    return {
      ...become(found, { members, days: found.days }, context),
      added: [...added, adding].slice(-ADDINGS_KEPT),
    }
  })

/** Nothing to do where they are there just as it is said now; else somebody with that document is there already. */
const addedBefore = (
  found: HouseholdDocument,
  known: MemberDocument,
  id: string,
  said: MemberAnswers,
): 'nothing' | Refused => {
  if (saysTheSame(found, known, said)) return 'nothing'
  return known.id === id
    ? refused('submissionTaken', 'this submission said something else before')
    : cannotStand({ 'member.document.number': 'repeated' })
}

const isFull = (found: HouseholdDocument, back: MemberDocument | undefined): boolean =>
  livingThere(found).length >= householdLimits.members || (!back && found.members.length >= PEOPLE_KEPT)

const personOf = ({ members }: HouseholdDocument, id: string): MemberDocument | undefined =>
  members.find((one) => one.id === id)

const personUnknown = (): Refused => cannotStand({ person: 'personUnknown' })

export const changeMember: UseCase<typeof householdsActions.change> = ({ person, member, ...on }, context) =>
  changing(on, context, (found, by) => {
    const before = personOf(found, person)
    if (!before) return personUnknown()
    const same = withDocument(found.members, member.document)
    if (same && same.id !== person) return cannotStand({ 'member.document.number': 'repeated' })
    const after = saidAnew(found, before, member, by)
    if (after === before) return 'nothing'
    if (isSecondSelf(after, found)) return cannotStand({ 'member.relation': 'repeated' })
    const members = withMember(found.members, after)
    const isOwn = found.accounts.length > 0
    if (isOwn && hasPhone(found.members) && !hasPhone(members)) {
      return cannotStand({ 'member.phone': 'phoneNeeded' })
    }
    return become(found, { members, days: found.days }, context)
  })

/** Nobody reports for them any more. Whoever was only entered by mistake is gone altogether. */
export const letLeave: UseCase<typeof householdsActions.leave> = ({ person, on: day, why, ...on }, context) =>
  changing(on, context, (found) => {
    const one = personOf(found, person)
    if (hasLeft(one, day, why)) return 'nothing'
    if (!one) return personUnknown()
    return become(found, without(found, one, { on: day, why }), context)
  })

/** A clock that is behind another refuses the day on which they have left. */
export const leftBefore: DoneBefore<typeof householdsActions.leave> = (
  { person, on: day, why, ...on },
  context,
) =>
  changing(on, context, (found) => (hasLeft(personOf(found, person), day, why) ? 'nothing' : personUnknown()))

/** Whoever was entered by mistake is not there any more. */
const hasLeft = (one: MemberDocument | undefined, day: Day, why: Leaving): boolean =>
  one ? one.left?.on === day && one.left.why === why : why === 'mistake'

export const bringBack: UseCase<typeof householdsActions.comeBack> = ({ person, ...on }, context) =>
  changing(on, context, (found) => {
    const one = personOf(found, person)
    if (!one) return personUnknown()
    if (one.left === null) return 'nothing'
    if (isFull(found, one)) return cannotStand({ person: 'tooMany' })
    return become(
      found,
      { members: withMember(found.members, backAgain(one, found)), days: found.days },
      context,
    )
  })
