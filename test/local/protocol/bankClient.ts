import type { Sdk } from '../sdk'
import type { Transfer } from '../store/bank'

/** Inside a function: books one transfer in a transaction, and again when somebody else was quicker. */
export const book = async ({ db }: Sdk, { _id, from, to, amount }: Transfer): Promise<string> => {
  const isConflict = (error: unknown) => (error as Error).message.includes('TransactionConflict')
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      await db.runTransaction(async (transaction) => {
        const accounts = transaction.collection('accounts')
        const { data: payer } = await accounts.doc(from).get()
        await accounts.doc(from).update({ data: { balance: Number(payer.balance) - amount } })
        const { data: payee } = await accounts.doc(to).get()
        await accounts.doc(to).update({ data: { balance: Number(payee.balance) + amount } })
        await transaction.collection('transfers').add({ data: { _id, from, to, amount } })
      })
      return attempt === 0 ? 'booked' : 'booked after conflicts'
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
  return 'given up'
}
