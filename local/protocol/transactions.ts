import * as v from 'valibot'
import { action } from './action'

const named = v.object({ transactionId: v.string() })

/** The id is not part of `data`: the SDK reads it beside the `requestId`. */
export const startTransaction = action(v.object({}), async (_fields, { transactions }) => ({
  transactionId: await transactions.begin(),
}))

export const commitTransaction = action(named, async ({ transactionId }, context) => {
  await context.transactions.commit(transactionId, context)
  return {}
})

export const abortTransaction = action(named, ({ transactionId }, { transactions }) => {
  transactions.abort(transactionId)
  return {}
})
