import { createContext, Script } from 'node:vm'
import { StoreError } from './types'

/** MongoDB's engine gives a regular expression up after so many steps; V8's has no end of its own. */
const MOST_MILLISECONDS = 2000

const context: { work?: () => unknown } = createContext({})
const script = new Script('work()')

/**
 * The result of a computation that may not come to an end, because a regular expression may take years for a text of
 * forty letters. It is stopped wherever it is, so it must only compute: no file, no query, nothing to be tidied up.
 * @throws StoreError when it takes too long
 */
export const withinTimeLimit = <Result>(work: () => Result, timeout = MOST_MILLISECONDS): Result => {
  context.work = work
  try {
    return script.runInContext(context, { timeout }) as Result
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new StoreError('DATABASE_REQUEST_FAILED', 'Regular expression is too expensive: it was given up')
  } finally {
    delete context.work
  }
}

/** Whether a filter has a regular expression anywhere. */
export const hasPattern = (filter: unknown): boolean => {
  if (typeof filter !== 'object' || filter === null) return false
  if (filter instanceof RegExp) return true
  return Object.entries(filter).some(([key, operand]) => key.startsWith('$regex') || hasPattern(operand))
}
