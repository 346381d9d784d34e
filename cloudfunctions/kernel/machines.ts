import type { CaseKind } from '@contract/cases'
import { healthAlertMachine } from '@contract/healthAlertMachine'
import type { Machine } from '@contract/machine'
import { lookAlertMachine } from '@contract/lookAlertMachine'
import { textCheckMachine } from '@contract/textCheckMachine'
import { tipMachine } from '@contract/tipMachine'
import { returneeMachine } from '@contract/returneeMachine'
import { isOfficerRole, staffRoles, standsAbove, type Actor, type StaffRole } from '@contract/roles'
import type { Case } from './caseEvents'
import { barredAfter } from './tips/tipRules'

/** For what treats cases of every kind alike. */
export const machines: Record<CaseKind, Machine> = {
  returnee: returneeMachine,
  healthAlert: healthAlertMachine,
  tip: tipMachine,
  lookAlert: lookAlertMachine,
  textCheck: textCheckMachine,
}

type Found = Pick<Case, 'kind' | 'history'>

/** The last event after which somebody has to act; none where that was the first. */
const lastLeaving = ({ kind, history }: Found) => {
  const { events } = machines[kind]
  const leaving = history.flatMap((entry) => {
    const todo = events[entry.event]?.todo
    return todo && todo !== 'keep' ? { entry, todo } : []
  })
  return leaving[leaving.length - 1]
}

/** Who acts next on an open case that has been handed to nobody: whom its last event left it to, or whom that named itself. */
export const roleToAct = (found: Found): Actor => {
  const last = lastLeaving(found)
  return (last?.entry.detail?.role as Actor | undefined) ?? last?.todo ?? machines[found.kind].start.todo
}

/**
 * Whether a case can be put into somebody's hands. What waits for an officer goes to nobody below that rank, nor to whoever
 * put it before the officer: who proposed does not confirm, and who was appealed against does not hear it.
 */
export const canTakeOver = (found: Found, { openid, role }: { openid: string; role: Actor }): boolean => {
  const wanted = roleToAct(found)
  if (!isOfficerRole(wanted)) return true
  const isHighEnough = role === wanted || rolesAbove(wanted).includes(role)
  return isHighEnough && !barredNow(found).includes(openid)
}

/** Of a tip also whoever has spoken before; who opens one of a whole community proposes nothing. */
function barredNow(found: Found): string[] {
  const last = lastLeaving(found)?.entry
  if (!last) return []
  return found.kind === 'tip' ? barredAfter(last, found.history) : [last.by.account]
}

const rolesAbove = (role: StaffRole): readonly Actor[] =>
  staffRoles.filter((above) => standsAbove(above, role))
