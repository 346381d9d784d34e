import { StoreError } from '../types'

/**
 * The texts are those that the tests of CloudBase's own SDK expect of the service
 * (https://github.com/TencentCloudBase/node-sdk, test/module/database/transaction.test.ts).
 */
const ADVICE = 'Please check your request, but if the problem persists, contact us.'

/** Somebody else has written the document, or is about to. */
export const transactionConflict = (): StoreError =>
  new StoreError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  )

/** It was committed or aborted, by a request, by a refusal or by its age; or it never was. */
export const transactionNotExist = (): StoreError =>
  new StoreError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${ADVICE}`,
  )

/** Another request of the same transaction is under way: it takes one at a time. */
export const transactionBusy = (): StoreError =>
  new StoreError('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionBusy] Transaction is busy')

/** How production says this is not known: these are our words. */
export const tooManyTransactions = (most: number): StoreError =>
  new StoreError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable] the local cloud keeps at most ${most} transactions open at once`,
  )
