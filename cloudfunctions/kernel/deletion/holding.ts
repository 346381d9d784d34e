import type { At } from '@contract/roles'
import { covers } from '../covering'
import type { Case } from '../caseEvents'
import { collection, command } from '../cloud'
import { holds, type HoldDocument } from './deletionDocuments'

const A_PAGE = 500

/** All holds in force: one that was left out would keep nothing. One request for each {@link A_PAGE}. */
export async function holdsInForce(now: Date): Promise<HoldDocument[]> {
  const all: HoldDocument[] = []
  for (;;) {
    const { data } = await holds
      .where({ settled: false, endsAt: command.gt(now), _id: command.gt(all[all.length - 1]?._id ?? '') })
      .orderBy('_id', 'asc')
      .limit(A_PAGE)
      .get()
    all.push(...data)
    if (data.length < A_PAGE) return all
  }
}

/** The hold that keeps a case or a household: by its name, by where it is, or because it has taken it along; undefined where none does. */
export const holdOver = (
  { _id, at, hold: taken = null }: Pick<Case, '_id' | 'at'> & Partial<Pick<Case, 'hold'>>,
  inForce: readonly HoldDocument[],
): HoldDocument | undefined =>
  inForce.find((hold) => hold._id === taken || (hold.case ? hold.case.id === _id : covers(hold, at)))

/** What a hold on a place keeps it goes on keeping when it leaves the place, whoever takes it elsewhere. */
export async function keepHeld(
  of: 'cases' | 'households',
  found: Pick<Case, '_id' | 'at' | 'hold'>,
  to: At,
  inForce: readonly HoldDocument[],
): Promise<void> {
  const hold = holdOver(found, inForce)
  if (!hold || holdOver({ ...found, at: to }, inForce)) return
  await collection(of)
    .where({ _id: found._id })
    .update({ data: { hold: hold._id } })
}
