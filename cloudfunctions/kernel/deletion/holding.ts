import { covers } from '../covering'
import type { Case } from '../caseEvents'
import { command } from '../cloud'
import { holds, type HoldDocument } from './deletionDocuments'

/** More holds in force at once are not expected of one city. */
const MOST = 500

/** The holds in force. One request. */
export async function holdsInForce(now: Date): Promise<HoldDocument[]> {
  const { data } = await holds
    .where({ settled: false, endsAt: command.gt(now) })
    .limit(MOST)
    .get()
  return data
}

/** The hold that keeps a case; undefined where none does. */
export const holdOver = (
  { _id, at }: Pick<Case, '_id' | 'at'>,
  inForce: readonly HoldDocument[],
): HoldDocument | undefined => inForce.find((hold) => (hold.case ? hold.case.id === _id : covers(hold, at)))
