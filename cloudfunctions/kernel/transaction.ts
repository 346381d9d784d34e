import { refused, type Result } from '@contract/action'
import { isConflict, startTransaction, type StartedTransaction } from './cloud'

/** Requests of one transaction follow one another: the database refuses a second one beside the first. */
export type Transaction = Pick<StartedTransaction, 'collection'>

const MOST_ATTEMPTS = 5

const FIRST_PAUSE_MS = 40

/**
 * Changes several documents together: all of what `work` does or, when it refuses or throws, nothing. It may run up to
 * five times, each time on what is stored then, because of two who write the same document only one succeeds; so it
 * must do nothing else that lasts. Answers its result, or `changedMeanwhile` when somebody else was quicker each time.
 */
export async function inTransaction<T>(
  work: (transaction: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const outcome = await attemptOnce(work)
    if (outcome !== 'conflict') return outcome
    if (attempt < MOST_ATTEMPTS) await pauseAfter(attempt)
  }
  return refused('changedMeanwhile', `somebody else was quicker, ${MOST_ATTEMPTS} times`)
}

async function attemptOnce<T>(
  work: (transaction: Transaction) => Promise<Result<T>>,
): Promise<Result<T> | 'conflict'> {
  const transaction = await startTransaction()
  try {
    const result = await work(transaction)
    await (result.ok ? transaction.commit() : transaction.rollback())
    return result
  } catch (cause) {
    // The database may have ended it itself; what must be told is why.
    await transaction.rollback().catch(() => undefined)
    if (isConflict(cause)) return 'conflict'
    throw cause
  }
}

/** Longer each time, and by chance: those who met must not meet again, and the quicker one has to finish first. */
const pauseAfter = (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt * Math.random())
  })
