import type { Case } from '@kernel/caseEvents'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import type { PictureDocument } from '@kernel/pictures/pictureDocument'
import { letterId, tipIdOf, type LetterDocument } from '@kernel/tips/letters'
import { ledgerLineIds, receiptAtDesk, voucherHashes } from '@kernel/tips/receipts'
import type { LedgerLineDocument } from '@kernel/tips/stocks'
import type { VoucherDocument } from '@kernel/tips/vouchers'
import type { Said } from '../said'
import { documentsOf, type Stored } from '../stored'

/** How often a submission is found in what is stored. */
export type Traces = (said: Said) => number

/** Of ids that stand in many documents, how often each stands there. */
function counted(ids: Iterable<string>): (id: string) => number {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return (id) => counts.get(id) ?? 0
}

/**
 * Where each kind of submission leaves its trace, by what was asked. What is not named here leaves none by which it could be told
 * from another of its kind.
 */
export function tracesIn(stored: Stored): Partial<Record<string, Traces>> {
  const cases = documentsOf<Case>(stored, 'cases')
  const households = documentsOf<HouseholdDocument>(stored, 'households')
  const caseIds = counted(cases.map(({ _id }) => _id))
  const events = counted(cases.flatMap(({ history }) => history.map(({ submission }) => submission)))
  const letters = counted(documentsOf<LetterDocument>(stored, 'letters').map(({ _id }) => _id))
  const reports = counted(
    households.flatMap(({ days }) => days.flatMap((day) => day.reports.map(({ submission }) => submission))),
  )
  const calls = counted(households.flatMap((one) => one.calls.map(({ id }) => id)))
  const ledger = counted(documentsOf<LedgerLineDocument>(stored, 'rewardLedger').map(({ _id }) => _id))
  const vouchers = counted(documentsOf<VoucherDocument>(stored, 'vouchers').map(({ _id }) => _id))
  const idIn = (documents: readonly { _id?: unknown }[]): Traces => {
    const ids = counted(documents.map(({ _id }) => String(_id)))
    return ({ id }) => ids(id)
  }
  return {
    'returnee.register': ({ id }) => caseIds(id),
    'households.open': idIn(households),
    'selfReport.report': ({ id }) => reports(id),
    'calls.begin': ({ id }) => calls(id),
    'pictures.add': idIn(documentsOf<PictureDocument>(stored, 'pictures')),
    'riskAreas.propose': idIn(stored.documents.riskLists),
    'letterbox.tell': ({ id }) => letters(letterId(id)) + caseIds(tipIdOf(letterId(id))),
    'letterbox.add': ({ id }) => letters(letterId(id)) + events(letterId(id)),
    'rewards.claim': ({ id }) => vouchers(voucherHashes(id)[0]),
    'rewards.restock': ({ id }) => ledger(id),
    'rewards.handOver': ({ about }) => ledger(ledgerLineIds(receiptAtDesk(about ?? ''))[0]),
    event: ({ id }) => events(id),
  }
}
