/** As the tests of CloudBase's own SDK expect them of the service. */
const advice = 'Please check your request, but if the problem persists, contact us.'

export const conflictText =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
  advice

export const goneText =
  '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
  `transaction must be commit or abort in 30 seconds. ${advice}`

export const busyText = '[ResourceUnavailable.TransactionBusy] Transaction is busy'
