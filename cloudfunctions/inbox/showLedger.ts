import { ok } from '@contract/action'
import { caseKinds, type CaseKind } from '@contract/cases'
import type { inboxActions } from '@contract/inbox'
import type { LedgerLine } from '@contract/ledger'
import { collection, command } from '@kernel/cloud'
import { caseCounts } from '@kernel/counts/countCases'
import {
  countedIn,
  countsId,
  isCountedApart,
  NOW,
  type Counts,
  type CountsDocument,
} from '@kernel/counts/countRules'
import { countsAt, sumOf, type Counting } from '@kernel/counts/countsAtRules'
import { covers } from '@kernel/covering'
import { placeOf } from '@kernel/deciders'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import type { UseCase } from '@kernel/serve'
import { readsTips, TIP } from './atMyPlaces'

/** More communities, each with two documents, than a district has; no request answers more. */
const AT_MOST = 1000

const asCounting = ({ _id, level, at }: PlaceDocument): Counting => ({ id: _id, level, at })

/**
 * What happened at a place on a day, and at each place right below it, without reading a case. Four database requests: posts,
 * place (once a minute), counts, the places below.
 */
export const showLedger: UseCase<typeof inboxActions.ledger> = async ({ place: id, day }, context) => {
  const place = await placeOf(id, context)
  const posts = (await context.caller.posts()).filter((post) => covers(post, place.at))
  const kinds = caseKinds.filter((kind) => kind !== TIP || posts.some(readsTips))
  const isToday = day === context.today
  const [counts, below] = await Promise.all([countsOf(place, day, isToday), placesBelow(place)])
  const linesAt = (one: PlaceDocument) => linesOf(asCounting(one), { counts, kinds, isToday })
  return ok({
    on: day,
    place: placeName(place),
    lines: linesAt(place),
    below: below.map((one) => ({ place: placeName(one), lines: linesAt(one) })),
  })
}

/** What is open now tells how today stands; an earlier day's own document tells how it ended. */
async function countsOf(
  { _id, level, at }: PlaceDocument,
  day: string,
  isToday: boolean,
): Promise<CountsDocument[]> {
  const days = isToday ? [day, NOW] : [day]
  const these = isCountedApart(level)
    ? { [`at.${level}`]: _id, day: command.in(days) }
    : { _id: command.in([countsId(countedIn(at), day), ...(isToday ? [countedIn(at)] : [])]) }
  const found = caseCounts.where(these).limit(AT_MOST)
  // What lies right below a district or a street has documents of its own.
  const isWide = level === 'district' || level === 'street'
  const { data } = await (isWide ? found.field({ below: false }) : found).get()
  return data
}

async function placesBelow({ _id }: PlaceDocument): Promise<PlaceDocument[]> {
  const { data } = await collection<PlaceDocument>('places')
    .where({ parent: _id })
    .orderBy('order', 'asc')
    .limit(AT_MOST)
    .get()
  return data
}

interface OfDay {
  counts: readonly CountsDocument[]
  kinds: readonly CaseKind[]
  isToday: boolean
}

function linesOf(place: Counting, { counts, kinds, isToday }: OfDay): LedgerLine[] {
  const [now, ofDay] = [true, false].map((isNow) =>
    countsAt(
      place,
      counts.filter(({ day }) => (day === NOW) === isNow),
    ),
  ) as [Counts[], Counts[]]
  const isOpenKnown = isToday || counts.some(({ isEnded }) => isEnded)
  return kinds
    .map((kind) => ({
      kind,
      opened: sumOf(ofDay, 'opened', [kind]),
      closed: sumOf(ofDay, 'closed', [kind]),
      open: isOpenKnown ? sumOf(isToday ? now : ofDay, 'open', [kind]) : null,
    }))
    .filter(({ opened, closed, open }) => opened + closed + (open ?? 0) > 0)
}
