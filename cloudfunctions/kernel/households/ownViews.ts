import type { Day } from '@contract/calendar'
import type { Household, Member } from '@contract/households'
import { reportingAt } from '../assessment/reportingAt'
import { publicContact, residentName } from '../placeDocument'
import { findPlace } from '../places'
import { ownSealer } from '../seal'
import type { Context } from '../serve'
import {
  householdContext,
  NOBODY_HERE,
  type HouseholdDocument,
  type MemberDocument,
} from './householdDocument'
import { openMember, seesDocument } from './members'
import { openEpisodes } from './openEpisodes'
import { callLine, reportedDaysView } from './views'

/**
 * Households as an account of theirs sees them. One database request where somebody has ever been unwell, else none, besides
 * those of places and rules that nobody has asked for within the last minute.
 */
export async function ownViews(own: readonly HouseholdDocument[], context: Context): Promise<Household[]> {
  const open = await openEpisodes(own.flatMap(({ members }) => members))
  return Promise.all(own.map((found) => viewOf(found, open, context)))
}

/** One of them; masked for the staff who have entered it. */
export const ownView = async (found: HouseholdDocument, context: Context): Promise<Household> =>
  viewOf(found, await openEpisodes(found.members), context)

async function viewOf(
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
