import { ok } from '@contract/action'
import { LEDGER_PAGE, type LedgerLine, type rewardsActions, type Stock } from '@contract/rewards'
import { tippingAt } from '@kernel/assessment/tippingAt'
import { command } from '@kernel/cloud'
import { noSuch, shownBy } from '@kernel/deciders'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import type { UseCase } from '@kernel/serve'
import { ledger, stocks, type LedgerLineDocument } from '@kernel/tips/stocks'
import { deskOf } from './desks'

/** The stock of a community and a page of its ledger. Two database requests, three for a page after the first. */
export const showStock: UseCase<typeof rewardsActions.stock> = async ({ place, before }, context) => {
  const desk = await deskOf(place, context)
  if ('ok' in desk) return desk
  const from = before === null ? null : (await ledger.doc(before).get()).data
  if (before !== null && from?.community !== desk._id) return noSuch('line')
  return ok(await stockView(desk, from, context.now))
}

/** With the lines before `from`; the latest where that is null. */
export async function stockView(
  desk: PlaceDocument,
  from: Pick<LedgerLineDocument, 'number'> | null,
  now: Date,
): Promise<Stock> {
  const older = from ? { number: command.lt(from.number) } : {}
  const [{ data: stock }, { data: lines }, { reward }] = await Promise.all([
    stocks.doc(desk._id).get(),
    ledger
      .where({ community: desk._id, ...older })
      .orderBy('number', 'desc')
      .limit(LEDGER_PAGE + 1)
      .get(),
    tippingAt(desk.at, now),
  ])
  const shown = lines.slice(0, LEDGER_PAGE)
  return {
    place: placeName(desk),
    item: reward.item,
    pieces: stock?.pieces ?? 0,
    version: stock?.version ?? 0,
    lines: shown.map(lineView),
    before: lines.length > LEDGER_PAGE ? (shown[shown.length - 1]?._id ?? null) : null,
  }
}

const lineView = ({ _id, at, what, pieces, left, by, words, received }: LedgerLineDocument): LedgerLine => ({
  ...{ id: _id, what, pieces, left, words, received },
  at: at.toISOString(),
  by: shownBy(by),
})
