import { randomUUID } from 'node:crypto'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import { transactionBusy, transactionNotExist } from '../store/transactions/refusals'
import { MustWait } from '../store/types'
import type { Documents, Store, Transaction } from '../store/types'

export interface TransactionLimits {
  /** After so many milliseconds a transaction is aborted. Production: 30 s. */
  lifetimeMs?: number
  /** So many milliseconds a request waits for transactions of others to end. */
  patienceMs?: number
}

/** When a request arrived, and when it was sent. */
interface Request {
  now: Date
  sentAt: Date | undefined
}

interface Entry {
  transaction: Transaction
  /** A request of it has arrived and is not answered. */
  busy: boolean
  /** When its last request was answered, in milliseconds. */
  answeredAt: number
  expiry: NodeJS.Timeout
}

/** The transactions that functions have begun, by the ids that they were told. */
export class OpenTransactions {
  readonly #store: Store
  readonly #lifetimeMs: number
  readonly #patienceMs: number
  readonly #entries = new Map<string, Entry>()

  constructor(store: Store, { lifetimeMs = 30_000, patienceMs = 5_000 }: TransactionLimits = {}) {
    this.#store = store
    this.#lifetimeMs = lifetimeMs
    this.#patienceMs = patienceMs
  }

  /** @throws StoreError when too many are open, and stay so */
  async begin(): Promise<string> {
    const transaction = await this.#patiently(() => this.#store.begin())
    const id = randomUUID()
    const expiry = setTimeout(() => this.abort(id), this.#lifetimeMs).unref()
    this.#entries.set(id, { transaction, busy: false, answeredAt: 0, expiry })
    return id
  }

  /**
   * Does `work` within the transaction of that id or, without one, on the store itself, as soon as no transaction
   * holds the documents that it changes.
   * @throws StoreError also when the transaction does not exist or is busy
   */
  run<Result>(
    id: string | undefined,
    request: Request,
    work: (documents: Documents) => Result,
  ): Promise<Result> {
    return id === undefined
      ? this.#patiently(() => work(this.#store))
      : this.#alone(this.#entry(id), request, work)
  }

  async commit(id: string, request: Request): Promise<void> {
    await this.#alone(this.#entry(id), request, (transaction) => transaction.commit())
    this.#forget(id)
  }

  /** Never busy: what is under way has been done, only its answer is still to come. */
  abort(id: string): void {
    this.#entry(id).transaction.abort()
    this.#forget(id)
  }

  /** Aborts them all, so that whoever waits for one can go on before the store is closed. */
  stop(): void {
    for (const id of this.#entries.keys()) this.abort(id)
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id)
    if (!entry) throw transactionNotExist()
    return entry
  }

  #forget(id: string): void {
    clearTimeout(this.#entries.get(id)?.expiry)
    this.#entries.delete(id)
  }

  /**
   * Production takes some time for a request and refuses another one of the same transaction meanwhile. Here the work is
   * done before a request that was sent beside it has arrived. So a request is also refused that was sent before the last
   * one was answered, and no answer leaves in the very millisecond in which its request came: those of one
   * `Promise.all` were all made by then, and one that was made after an answer cannot be older.
   */
  async #alone<Result>(
    entry: Entry,
    { now, sentAt }: Request,
    work: (transaction: Transaction) => Result,
  ): Promise<Result> {
    if (entry.busy || (sentAt && sentAt.getTime() < entry.answeredAt)) throw transactionBusy()
    entry.busy = true
    try {
      return work(entry.transaction)
    } finally {
      while (Date.now() === now.getTime()) await turn()
      entry.busy = false
      entry.answeredAt = Date.now()
    }
  }

  async #patiently<Result>(work: () => Result): Promise<Result> {
    const deadline = Date.now() + this.#patienceMs
    for (;;) {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof MustWait)) throw error
        if (!(await resolvesWithin(error.until, deadline - Date.now()))) throw error.refusal
      }
    }
  }
}

const resolvesWithin = (promise: Promise<void>, milliseconds: number): Promise<boolean> =>
  Promise.race([promise.then(() => true), pause(Math.max(0, milliseconds), false, { ref: false })])
