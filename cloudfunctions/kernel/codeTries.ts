import { ok, refused, type Result } from '@contract/action'
import { CODE_HOURS, CODE_TRIES } from '@contract/staff'
import { oneMoreTry, type Tries } from './tryRules'
import { inTransaction } from './transaction'

/** How often an account has named a code of late, as stored in `codeTries` under its openid. */
export type CodeTries = Tries & { _id: string; joinedAt: Date | null }

/** Books a try before it is made, whatever the code is for: of many at once none is made that is not booked. */
export const bookTry = (account: string, now: Date): Promise<Result<null>> =>
  inTransaction(async (transaction) => {
    const tries = transaction.collection<CodeTries>('codeTries').doc(account)
    const { data: before } = await tries.get()
    const after = oneMoreTry(before, CODE_TRIES, CODE_HOURS, now)
    if (!after) return refused('tooOften', 'too many codes have been tried; wait an hour')
    await tries.set({ data: { ...after, joinedAt: before?.joinedAt ?? null } })
    return ok(null)
  })
