import { ok, refused, type CheckedInputOf, type Refused, type Result } from '@contract/action'
import type { rewardsActions } from '@contract/rewards'
import { officerRoles } from '@contract/roles'
import { deciderAt, type Decider } from '@kernel/deciders'
import type { PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { ownSealer, saysSame } from '@kernel/seal'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { ledger, type LedgerLineDocument } from '@kernel/tips/stocks'
import { inTransaction } from '@kernel/transaction'
import { book } from './book'
import { deskOf } from './desks'
import { stockView } from './showStock'

/** More has arrived, or fewer are there than the ledger says. Done once for a submission. */
export const restock: UseCase<typeof rewardsActions.restock> = async (input, context) => {
  const desk = await deskOf(input.place, context)
  if ('ok' in desk) return desk
  const by = await deciderAt(desk.at, officerRoles, context)
  if (!by) throw new Error('a stock that nobody has counted')
  const done = await restockAt(desk, input, by, context.now)
  return done.ok ? ok(await stockView(desk, null, context.now)) : done
}

/** What stands there now, where this very act has been booked. One database request, and those of {@link stockView}. */
export const restockedBefore: DoneBefore<typeof rewardsActions.restock> = async (input, context) => {
  const desk = await findPlace(input.place, context.now)
  const by = desk && (await deciderAt(desk.at, officerRoles, context))
  if (!desk || !by) return null
  const { data: line } = await ledger.doc(input.submission).get()
  const isSame = line && saysSame(line.digest, digestOf(input, by))
  return isSame ? ok(await stockView(desk, null, context.now)) : null
}

type Restocking = CheckedInputOf<typeof rewardsActions.restock>

/** By the place as it was named: another may have taken its place when it is sent again. */
const digestOf = ({ place, pieces, words }: Restocking, by: Decider): string =>
  ownSealer().digest({ place, by: by.account, pieces, words })

function restockAt(desk: PlaceDocument, input: Restocking, by: Decider, now: Date): Promise<Result<null>> {
  const { submission, pieces, words } = input
  const digest = digestOf(input, by)
  return inTransaction(async (transaction) => {
    const lines = transaction.collection<LedgerLineDocument>('rewardLedger')
    const { data: before } = await lines.doc(submission).get()
    if (before)
      return saysSame(before.digest, digest)
        ? ok(null)
        : refused('submissionTaken', 'this submission did something else before')
    const line = { _id: submission, at: now, what: 'restocked', pieces, by, words, digest } as const
    const booked = await book(transaction, desk._id, { ...line, received: null })
    return typeof booked === 'string' ? notSo(booked) : ok(null)
  })
}

const notSo = (why: 'notEnough' | 'tooMuch'): Refused =>
  why === 'notEnough'
    ? refused('invalidInput', 'there are not so many', { pieces: 'notEnoughStock' })
    : refused('invalidInput', 'more than a community has', { pieces: 'outOfRange' })
