import { personalKinds, retentionDays } from '@contract/keeping'
import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { A_BATCH, type Choice } from '@kernel/deletion/batches'
import { lifts, type HoldDocument, type LiftDocument } from '@kernel/deletion/deletionDocuments'
import { holdOver, holdsInForce } from '@kernel/deletion/holding'
import type { LookDocument } from '@kernel/looks'

const cases = collection<Case>('cases')
const DAY = 86_400_000

/** The database compares whatever has an order; the SDK's types know numbers only. */
const until = (time: Date) => command.lte(time)

/** What is to be deleted next, as of `asOf`; null when nothing is left. What a hold keeps is set aside on the way. */
export async function chooseDue(asOf: Date): Promise<Choice | null> {
  const inForce = await holdsInForce(asOf)
  const due = await chooseCases('period', { hold: null, keepUntil: until(asOf) }, inForce)
  return due ?? (await chooseLifted(asOf, inForce)) ?? chooseLooks(asOf)
}

async function chooseCases(
  reason: 'period' | 'lift',
  condition: Record<string, unknown>,
  inForce: readonly HoldDocument[],
): Promise<Choice | null> {
  for (;;) {
    const { data } = await cases
      .where({ ...condition, deletion: null })
      .field({ history: false, body: false })
      .limit(A_BATCH)
      .get()
    if (data.length === 0) return null
    const free = data.filter((one) => !holdOver(one, inForce))
    await setAside(data, inForce)
    if (free.length > 0) return { of: 'cases', reason, candidates: free.map(({ _id }) => _id) }
  }
}

/** Each held case learns by which hold, so that it is not looked at again until that is over. */
async function setAside(found: readonly Case[], inForce: readonly HoldDocument[]): Promise<void> {
  for (const hold of inForce) {
    const held = found.filter((one) => holdOver(one, inForce) === hold)
    if (held.length === 0) continue
    await cases
      .where({ _id: command.in(held.map(({ _id }) => _id)), deletion: null })
      .update({ data: { hold: hold._id } })
  }
}

/** Cases from before the end of an outbreak whose countdown is over. Where none is left, held or not, it is over. */
async function chooseLifted(asOf: Date, inForce: readonly HoldDocument[]): Promise<Choice | null> {
  const { data } = await lifts
    .where({ status: 'counting', endsAt: until(asOf) })
    .limit(A_BATCH)
    .get()
  const free = data.filter(({ at }) => !holdOver({ _id: '', at }, inForce))
  for (const lift of free) {
    const choice = await chooseCases('lift', { ...openedBefore(lift), hold: null }, inForce)
    if (choice) return choice
    const { data: left } = await cases
      .where({ ...openedBefore(lift), hold: command.gt('') })
      .field({ history: false, body: false })
      .limit(1)
      .get()
    if (left.length === 0)
      await lifts.where({ _id: lift._id, status: 'counting' }).update({ data: { status: 'over' } })
  }
  return null
}

/** What is about residents: how staff have looked at them stays for its own period. */
const openedBefore = ({ place, endsAt }: LiftDocument): Record<string, unknown> => ({
  [`at.${place.level}`]: place.id,
  kind: command.in([...personalKinds]),
  openedAt: command.lt(endsAt),
})

async function chooseLooks(asOf: Date): Promise<Choice | null> {
  const { data } = await collection<LookDocument>('looks')
    .where({ lookedAt: until(new Date(asOf.getTime() - retentionDays.looks * DAY)) })
    .limit(A_BATCH)
    .get()
  return data.length === 0 ? null : { of: 'looks', reason: 'period', candidates: data.map(({ _id }) => _id) }
}
