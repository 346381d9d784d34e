import { ok, refused, type Result } from '@contract/action'
import { CODE_HOURS, CODE_TRIES } from '@contract/staff'
import { ownSealer } from './seal'
import { isOver, oneMoreTry, type Tries } from './tryRules'
import { inTransaction } from './transaction'

/** How often an account has named a code of late, as stored in `codeTries` under its openid. */
export type CodeTries = Tries & {
  _id: string
  joinedAt: Date | null
  /** The keyed hash of the code that was named last. */
  last: string
}

/**
 * Books a try before it is made, whatever the code is for: of many at once none is made that is not booked. The same code
 * named twice in a row, as by a call that arrives twice, is one try.
 */
export const bookTry = (account: string, code: string, now: Date): Promise<Result<null>> =>
  inTransaction(async (transaction) => {
    const tries = transaction.collection<CodeTries>('codeTries').doc(account)
    const { data: before } = await tries.get()
    const last = ownSealer().findable('invitation', code)
    if (before?.last === last && !isOver(before, CODE_HOURS, now)) return ok(null)
    const after = oneMoreTry(before, CODE_TRIES, CODE_HOURS, now)
    if (!after) return refused('tooOften', 'too many codes have been tried; wait an hour')
    await tries.set({ data: { ...after, last, joinedAt: before?.joinedAt ?? null } })
    return ok(null)
  })
