import { randomUUID } from 'node:crypto'
import type { Stock } from '@contract/rewards'
import { tipMachine, type TipEvent } from '@contract/tipMachine'
import { advanced, type By } from '@kernel/caseEvents'
import type { Clear } from '@kernel/sealed'
import { theTeller, type TipCase } from '@kernel/tips/tip'
import { demoPosts } from '../../../local/demo/places'
import type { Document } from '../../../local/store/types'
import { answered, type Community } from './community'
import { insert } from './keeping'
import { newReceipt, storedTip, type SaidOfTip } from './tips'

const worker: By = { actor: 'gridWorker', account: 'worker-1-1', name: '王秀英' }

interface SaidOfVisit extends SaidOfTip {
  /** What has happened to it since it was told. */
  events?: TipEvent[]
  /** When that was. */
  at?: Date
  leadsTo?: string
}

/** The tip after these events. */
export function afterEvents(tip: TipCase, events: readonly TipEvent[], at: Date): TipCase {
  let current = tip
  for (const event of events) {
    const by = tipMachine.events[event].by.some((actor) => actor === 'teller') ? theTeller : worker
    const what = { at, submission: randomUUID() as string, digest: '', by, words: '因为' as Clear }
    const { set, entry } = advanced(tipMachine, current, event, what, { dueAt: at })
    current = { ...current, ...set, history: [...current.history, entry] }
  }
  return current
}

/** A tip that somebody has been to, by default confirmed just now; its receipt. */
export function visitedTip(community: Community, said: SaidOfVisit = {}): string {
  const { events = ['see', 'confirm'], at = new Date(), leadsTo = null, receipt = newReceipt() } = said
  const tip = storedTip(community, { ...said, receipt })
  const visited = afterEvents({ ...tip, body: { ...tip.body, leadsTo } }, events, at)
  insert(community, 'cases', [visited])
  return receipt
}

/** The same, and its reward is claimed by somebody whom nothing excludes. */
export async function claimedReward(
  community: Community,
  said: SaidOfVisit = {},
  teller = `teller-${randomUUID()}`,
): Promise<string> {
  const receipt = visitedTip(community, said)
  answered(await community.as(teller).rewards.claim({ receipt }))
  return receipt
}

/** So many desks of one community, for `openCommunity`: beside the staff of the demonstration, `desk-1` and so on. */
export function withDesks(many: number): Document[] {
  const post = demoPosts.find(({ openid }) => openid === 'officer-1')
  const desks = Array.from({ length: many }, (_, index) => {
    const openid = `desk-${index + 1}`
    return { ...post, _id: `post-${openid}`, openid }
  })
  return [...demoPosts, ...desks]
}

/** So many pieces arrive, or are taken away. */
export const restocked = async (community: Community, pieces: number, place = 'qinghe-1'): Promise<Stock> =>
  answered(
    await community
      .as('street-officer')
      .rewards.restock({ place, submission: randomUUID(), pieces, words: '到货' }),
  )
