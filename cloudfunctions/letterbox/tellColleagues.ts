import { tipMessages } from '@contract/messages'
import { accountToTell, type PlaceDocument } from '@kernel/placeDocument'
import { superiorsOf } from '@kernel/superiors'
import { tellColleague } from '@kernel/tips/tellOfTip'
import type { TipCase } from '@kernel/tips/tip'

/** A slow WeChat makes each last for seconds. */
const AT_ONCE = 10

/** A tip that somebody has to look at now. */
export interface Arrival {
  to: readonly string[]
  why: 'tell' | 'add' | 'appeal'
  tip: Pick<TipCase, '_id' | 'place' | 'todo'>
}

/** What became of a letter. `later`: what it belongs to still lies in the letterbox. */
export type Delivery = Arrival | 'nobodyToTell' | 'later'

/** Whoever is responsible at a place, else those who stand above. */
export async function whoGoesThere(place: Pick<PlaceDocument, 'at' | 'responsible'>): Promise<string[]> {
  const account = accountToTell(place)
  return account ? [account] : (await superiorsOf('gridWorker', place.at, [])).map(({ openid }) => openid)
}

/** One message for each account, however much has come for it: of the most urgent tip there is. */
export async function tellColleagues(arrivals: readonly Arrival[]): Promise<void> {
  const byAccount = new Map<string, Arrival[]>()
  for (const arrival of arrivals)
    for (const openid of arrival.to) byAccount.set(openid, [...(byAccount.get(openid) ?? []), arrival])
  const works = [...byAccount]
  for (let first = 0; first < works.length; first += AT_ONCE)
    await Promise.all(works.slice(first, first + AT_ONCE).map(([openid, all]) => tell(openid, all)))
}

async function tell(openid: string, all: readonly Arrival[]): Promise<void> {
  const first = all.find(({ tip }) => tip.todo?.urgency === 1) ?? all[0]
  if (!first) return
  const fresh = all.every(({ why }) => why === 'tell')
  const count = new Set(all.map(({ tip }) => tip._id)).size
  const title = fresh ? tipMessages.fresh(count) : tipMessages.several(count)
  await tellColleague(openid, first.why, first.tip, title)
}
