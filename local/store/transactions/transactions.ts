import { MustWait } from '../types'
import type { Transaction } from '../types'
import { tooManyTransactions } from './refusals'
import { Snapshots } from './snapshots'
import { OpenTransaction } from './transaction'
import type { Surroundings } from './transaction'

/** Each holds a connection, and keeps SQLite from clearing its log. */
export const MOST_OPEN_TRANSACTIONS = 32

/** Begins transactions and knows those that are open. */
export class Transactions {
  readonly #around: Surroundings
  readonly #snapshots: Snapshots
  readonly #open = new Set<OpenTransaction>()

  /** @param file of the database */
  constructor(file: string, around: Surroundings) {
    this.#around = around
    this.#snapshots = new Snapshots(file)
  }

  /** @throws MustWait when too many are open */
  begin(): Transaction {
    if (this.#open.size >= MOST_OPEN_TRANSACTIONS) {
      throw new MustWait(this.#around.locks.anyEnd(), tooManyTransactions(MOST_OPEN_TRANSACTIONS))
    }
    const transaction: OpenTransaction = new OpenTransaction(this.#around, this.#snapshots.take(), () =>
      this.#open.delete(transaction),
    )
    this.#open.add(transaction)
    return transaction
  }

  close(): void {
    for (const transaction of this.#open) transaction.abort()
    this.#snapshots.close()
  }
}
