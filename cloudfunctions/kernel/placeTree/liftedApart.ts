import type { At } from '@contract/roles'
import { command } from '../cloud'
import { covers } from '../covering'
import type { LiftDocument } from '../deletion/deletionDocuments'
import type { Transaction } from '../transaction'

/** More ends of an outbreak under way at once are not expected of one city. */
const MOST = 500

/**
 * Whether the end of an outbreak is under way at one of two places and not at the other. What went from one to the other
 * now would be deleted though nobody had decided that, or kept though it was promised to go.
 */
export async function areLiftedApart(transaction: Transaction, one: At, other: At): Promise<boolean> {
  const { data } = await transaction
    .collection<LiftDocument>('lifts')
    .where({ status: command.in(['announced', 'counting']) })
    .limit(MOST)
    .get()
  return data.some((lift) => covers(lift, one) !== covers(lift, other))
}
