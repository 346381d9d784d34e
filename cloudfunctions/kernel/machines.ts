import type { CaseKind } from '@contract/cases'
import type { Machine } from '@contract/machine'
import { lookAlertMachine } from '@contract/lookAlertMachine'
import { returneeMachine } from '@contract/returneeMachine'
import type { Actor } from '@contract/roles'
import type { Case } from './caseEvents'

/** For what treats cases of every kind alike. */
export const machines: Record<CaseKind, Machine> = {
  returnee: returneeMachine,
  lookAlert: lookAlertMachine,
}

/** Who acts next on an open case that has been handed to nobody: whom its last event left it to, or whom that named itself. */
export const roleToAct = ({ kind, history }: Pick<Case, 'kind' | 'history'>): Actor => {
  const { start, events } = machines[kind]
  const todoAfter = (event: string) => events[event]?.todo
  const leaving = history.filter(({ event }) => todoAfter(event) && todoAfter(event) !== 'keep')
  const last = leaving[leaving.length - 1]
  return ((last?.detail?.role ?? (last && todoAfter(last.event))) as Actor | undefined) ?? start.todo
}
