import { anonymousKinds, personalKinds, retentionDays } from '@contract/keeping'
import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { A_BATCH, type Choice } from '@kernel/deletion/batches'
import { lifts, type HoldDocument, type LiftDocument } from '@kernel/deletion/deletionDocuments'
import { holdOver, holdsInForce } from '@kernel/deletion/holding'
import type { LookDocument } from '@kernel/looks'

/** What holds keep. */
type Held = Pick<Case, '_id' | 'at' | 'hold'>

const DAY = 86_400_000

/** The database compares whatever has an order; the SDK's types know numbers only. */
const until = (time: Date) => command.lte(time)

/** What is to be deleted next, as of `asOf`; null when nothing is left. What a hold keeps is set aside on the way. */
export async function chooseDue(asOf: Date): Promise<Choice | null> {
  const inForce = await holdsInForce(asOf)
  const due = { hold: null, keepUntil: until(asOf) }
  return (
    (await chooseKept('cases', 'period', due, inForce)) ??
    (await chooseKept('households', 'period', due, inForce)) ??
    (await chooseLifted(asOf, inForce)) ??
    chooseLooks(asOf)
  )
}

const heavy = {
  cases: { history: false, body: false },
  households: { days: false, calls: false, members: false },
} as const

async function chooseKept(
  of: 'cases' | 'households',
  reason: 'period' | 'lift',
  condition: Record<string, unknown>,
  inForce: readonly HoldDocument[],
): Promise<Choice | null> {
  for (;;) {
    const { data } = await collection<Held>(of)
      .where({ ...condition, deletion: null })
      .field(heavy[of])
      .limit(A_BATCH)
      .get()
    if (data.length === 0) return null
    const free = data.filter((one) => !holdOver(one, inForce))
    await setAside(of, data, inForce)
    if (free.length > 0) return { of, reason, candidates: free.map(({ _id }) => _id) }
  }
}

/** Each held one learns by which hold, so that it is not looked at again until that is over. */
async function setAside(
  of: 'cases' | 'households',
  found: readonly Held[],
  inForce: readonly HoldDocument[],
): Promise<void> {
  for (const hold of inForce) {
    const held = found.filter((one) => holdOver(one, inForce) === hold)
    if (held.length === 0) continue
    await collection(of)
      .where({ _id: command.in(held.map(({ _id }) => _id)), deletion: null })
      .update({ data: { hold: hold._id } })
  }
}

/** Cases and households from before the end of an outbreak whose countdown is over. Where none is left, held or not, it is over. */
async function chooseLifted(asOf: Date, inForce: readonly HoldDocument[]): Promise<Choice | null> {
  const { data } = await lifts
    .where({ status: 'counting', endsAt: until(asOf) })
    .limit(A_BATCH)
    .get()
  const free = data.filter(({ at }) => !holdOver({ _id: '', at }, inForce))
  for (const lift of free) {
    const choice =
      (await chooseKept('cases', 'lift', { ...personal, ...openedBefore(lift), hold: null }, inForce)) ??
      (await chooseKept('households', 'lift', { ...openedBefore(lift), hold: null }, inForce))
    if (choice) return choice
    const held = { ...openedBefore(lift), hold: command.gt('') }
    if (!(await isThere('cases', { ...personal, ...held })) && !(await isThere('households', held)))
      await lifts.where({ _id: lift._id, status: 'counting' }).update({ data: { status: 'over' } })
  }
  return null
}

async function isThere(of: 'cases' | 'households', condition: Record<string, unknown>): Promise<boolean> {
  const { data } = await collection(of).where(condition).field(heavy[of]).limit(1).get()
  return data.length > 0
}

/** What is about residents: how staff have looked at them stays for its own period. */
const personal = { kind: command.in([...personalKinds, ...anonymousKinds]) }

const openedBefore = ({ place, endsAt }: LiftDocument): Record<string, unknown> => ({
  [`at.${place.level}`]: place.id,
  openedAt: command.lt(endsAt),
})

async function chooseLooks(asOf: Date): Promise<Choice | null> {
  const { data } = await collection<LookDocument>('looks')
    .where({ lookedAt: until(new Date(asOf.getTime() - retentionDays.looks * DAY)) })
    .limit(A_BATCH)
    .get()
  return data.length === 0 ? null : { of: 'looks', reason: 'period', candidates: data.map(({ _id }) => _id) }
}
