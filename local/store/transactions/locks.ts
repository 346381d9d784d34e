import { MustWait } from '../types'
import type { DocumentId } from '../types'
import { transactionConflict } from './refusals'

/** What one open transaction has written so far, as {@link Locks} knows it. */
export interface Holder {
  /** The last write of anybody that its snapshot contains. */
  readonly seen: number
  readonly keys: Set<string>
  /** Resolves when it ends. */
  readonly ended: Promise<void>
  readonly end: () => void
}

/**
 * Who may write which document. Among transactions the first writer wins, and nobody writes what was written after
 * their snapshot; writes outside of transactions wait for the transaction that has written the document.
 */
export class Locks {
  readonly #open = new Set<Holder>()
  readonly #holders = new Map<string, Holder>()
  /** When documents were last written, in order, as long as some snapshot may be older. */
  readonly #writtenAt = new Map<string, number>()
  #writes = 0

  /** Without an open transaction nothing needs to be checked or noted. */
  get areNeeded(): boolean {
    return this.#open.size > 0
  }

  /** To be called when the snapshot of a transaction is taken. */
  begin(): Holder {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const holder = { seen: this.#writes, keys: new Set<string>(), ended, end }
    this.#open.add(holder)
    return holder
  }

  /** @throws StoreError `DATABASE_TRANSACTION_CONFLICT` */
  take(holder: Holder, collection: string, id: DocumentId): void {
    const key = keyOf(collection, id)
    if (holder.keys.has(key)) return
    const isStale = (this.#writtenAt.get(key) ?? 0) > holder.seen
    if (isStale || this.#holders.has(key)) throw transactionConflict()
    this.#holders.set(key, holder)
    holder.keys.add(key)
  }

  /** @throws MustWait when a transaction has written the document */
  refuseTaken(collection: string, id: DocumentId): void {
    const holder = this.#holders.get(keyOf(collection, id))
    if (holder) throw new MustWait(holder.ended, transactionConflict())
  }

  /** Notes what was written outside of transactions, once that is done. */
  note(collection: string, ids: readonly DocumentId[]): void {
    for (const id of ids) this.#noteKey(keyOf(collection, id))
  }

  /** Gives free what the transaction held. `committed`: it has written it, too. */
  release(holder: Holder, committed: boolean): void {
    for (const key of holder.keys) {
      this.#holders.delete(key)
      if (committed) this.#noteKey(key)
    }
    this.#open.delete(holder)
    this.#forget()
    holder.end()
  }

  /** Resolves when any of the open transactions has ended. */
  anyEnd(): Promise<void> {
    return Promise.race([...this.#open].map(({ ended }) => ended))
  }

  #noteKey(key: string): void {
    this.#writes += 1
    // Taken out first, so that the order of the map stays the order of the writes.
    this.#writtenAt.delete(key)
    this.#writtenAt.set(key, this.#writes)
  }

  /** Drops what every open snapshot contains. */
  #forget(): void {
    const oldest = Math.min(...[...this.#open].map(({ seen }) => seen))
    for (const [key, written] of this.#writtenAt) {
      if (written > oldest) return
      this.#writtenAt.delete(key)
    }
  }
}

const keyOf = (collection: string, id: DocumentId): string => JSON.stringify([collection, id])
