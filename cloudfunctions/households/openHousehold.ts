import { ok, refused, type Refused, type Result } from '@contract/action'
import type { Faults } from '@contract/faults'
import { householdLimits, type Household, type householdsActions } from '@contract/households'
import { collection, isDuplicate } from '@kernel/cloud'
import { homeFault } from '@kernel/homeRules'
import { readHousehold } from '@kernel/households/changing'
import { handlerOf } from '@kernel/households/handling'
import type { EnteredBy, HouseholdDocument } from '@kernel/households/householdDocument'
import { householdsOf } from '@kernel/households/leaving'
import { newHousehold, openingDigest } from '@kernel/households/newHousehold'
import { ownView } from '@kernel/households/ownViews'
import { findPlace } from '@kernel/places'
import { saysSame } from '@kernel/seal'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import { openingFaults } from './householdRules'
import { byStaffAt } from './placing'

/**
 * A family opens its household; staff open one, at a place of theirs, for people without WeChat. The submission is its
 * id: sent again it is answered again. Two database requests, besides what is asked once a minute.
 */
export const openHousehold: UseCase<typeof householdsActions.open> = async (input, context) => {
  const place = await findPlace(input.place, context.now)
  const isOwn = input.how === 'self'
  const unfit = homeFault(place)
  const faults: Faults = { ...(unfit && { place: unfit }), ...openingFaults(input.members, isOwn) }
  if (!place || Object.keys(faults).length > 0) {
    return refused('invalidInput', 'some answers cannot stand', faults)
  }
  const by = isOwn ? ok(bySelf(context)) : await byStaffAt(place, context)
  if (!by.ok) return by
  // As it is said, and not as the place is called that has taken its place since: sent again it says the same.
  const digest = openingDigest(input)
  const opening = { ...newHousehold(input, place, by.data, context.now), digest }
  return isOwn ? openOwn(opening, context) : store(opening, context)
}

const bySelf = ({ caller }: Context): EnteredBy => ({ actor: 'owner', account: caller.openid, name: null })

async function openOwn(opening: HouseholdDocument, context: Context): Promise<Result<Household>> {
  const own = await householdsOf(context.caller.openid)
  return own.length < householdLimits.households ? store(opening, context) : tooManyHouseholds('place')
}

export const tooManyHouseholds = (field: string): Refused =>
  refused('invalidInput', 'this account reports for as many households as it may', {
    [field]: 'householdsFull',
  })

async function store(opening: HouseholdDocument, context: Context): Promise<Result<Household>> {
  try {
    await collection<HouseholdDocument>('households').add({ data: opening })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    return refused('submissionTaken', 'this submission said something else before')
  }
  return ok(await ownView(opening, context))
}

/** As it has become since; null where this was not the caller's act, said something else or is theirs no more. */
export const openedBefore: DoneBefore<typeof householdsActions.open> = async (input, context) => {
  const before = await readHousehold(input.submission)
  const handler = await handlerOf(before, context)
  if (!before || !handler || before.enteredBy.account !== context.caller.openid) return null
  return saysSame(before.digest, openingDigest(input)) ? ok(await ownView(before, context)) : null
}
