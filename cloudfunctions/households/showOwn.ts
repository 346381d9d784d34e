import { ok } from '@contract/action'
import type { Day } from '@contract/calendar'
import type { Household, householdsActions, Member } from '@contract/households'
import { reportingAt } from '@kernel/assessment/reportingAt'
import {
  householdContext,
  NOBODY_HERE,
  type HouseholdDocument,
  type MemberDocument,
} from '@kernel/households/householdDocument'
import { householdsOf } from '@kernel/households/leaving'
import { openMember, seesDocument } from '@kernel/households/members'
import { callLine, reportedDaysView } from '@kernel/households/views'
import { publicContact, residentName } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'
import { openEpisodes } from './openEpisodes'

/**
 * The households that the caller's account reports for. One database request, one more where somebody has ever been
 * unwell, and those of places and rules that nobody has asked for within the last minute.
 */
export const listOwnHouseholds: UseCase<typeof householdsActions.mine> = async (_input, context) => {
  const own = await householdsOf(context.caller.openid)
  const open = await openEpisodes(own.flatMap(({ members }) => members))
  return ok(await Promise.all(own.map((found) => ownView(found, open, context))))
}

/** One household as it is answered to whoever has just opened or joined it. */
export const answeredWith = async (found: HouseholdDocument, context: Context): Promise<Household> =>
  ownView(found, await openEpisodes(found.members), context)

async function ownView(
  found: HouseholdDocument,
  open: ReadonlySet<string>,
  { caller, now }: Context,
): Promise<Household> {
  const { _id, edits, at, place, members, remindHour, accounts, days, calls, openedAt } = found
  const isFamily = accounts.includes(caller.openid)
  return {
    id: _id,
    version: edits,
    place: residentName(at, place),
    door: isFamily ? ownSealer().open(found.door, householdContext(_id)) : '',
    members: members.map((one) => memberView(found, one, open, isFamily ? caller.openid : null)),
    reportedOn: reportedDay(found),
    remindHour,
    phones: accounts.length,
    ...(await askedAt(found, now)),
    days: reportedDaysView(days),
    calls: calls.map((call) => callLine(_id, call)),
    openedAt: openedAt.toISOString(),
  }
}

/** Whom to call there, and what is asked. */
export async function askedAt({ at, place }: Pick<HouseholdDocument, 'at' | 'place'>, now: Date) {
  const [home, rules] = await Promise.all([findPlace(place.id, now), reportingAt(at, now)])
  return { contact: home && publicContact(home), rules }
}

export const reportedDay = ({ reportedOn }: Pick<HouseholdDocument, 'reportedOn'>): Day | null =>
  reportedOn === '' || reportedOn === NOBODY_HERE ? null : reportedOn

/** In clear text for an account of the family; masked, where there is none, for the staff who have entered them. */
function memberView(
  household: HouseholdDocument,
  found: MemberDocument,
  open: ReadonlySet<string>,
  account: string | null,
): Member {
  const { name, phone, document } = openMember(household, found)
  const { id, display, relation, documentKey, left, last, episode } = found
  return {
    id,
    name: account === null ? display : name,
    phone: account === null ? '' : phone,
    relation,
    document: documentKey !== '' && account !== null && seesDocument(found, account) ? document : null,
    hasDocument: documentKey !== '',
    left,
    last,
    alert: openEpisode(episode, open),
  }
}

export const openEpisode = (episode: MemberDocument['episode'], open: ReadonlySet<string>): string | null =>
  episode && open.has(episode.case) ? episode.case : null
