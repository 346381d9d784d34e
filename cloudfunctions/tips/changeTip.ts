import { ok, refused, type Refused, type Result } from '@contract/action'
import type { Urgency } from '@contract/cases'
import { tipMachine, type TipChanged, type TipEvent, type TipStatus } from '@contract/tips'
import type { StaffRole } from '@contract/roles'
import { advanced, type CaseTodo, type Changes, type Happening } from '@kernel/caseEvents'
import { changeCase, changedBefore, digested, type Act } from '@kernel/cases'
import type { Context } from '@kernel/serve'
import type { TipBody, TipCase } from '@kernel/tips/tip'
import { barTo } from '@kernel/tips/tipRules'
import { tellWhoActs } from './tellWhoActs'

/** What one event adds to the plain change of status. */
export interface Addition {
  changes?: Changes<TipBody>
  detail?: Happening['detail']
  /** Who acts next, where that is for the case to say; null takes it from whoever it was handed to. */
  assignee?: CaseTodo['assignee']
  role?: StaffRole
  dueAt?: Date
  urgency?: Urgency
}

/**
 * Staff cause `event` on a tip, and whoever must now act is told. `add` says what it changes besides the status, from the
 * case as it is. Two database requests, and those of `add`.
 */
export async function changeTip(
  event: TipEvent,
  input: Act,
  context: Context,
  add: (current: TipCase) => Addition | Refused | Promise<Addition | Refused> = () => ({}),
): Promise<Result<TipCase>> {
  const { caller, now } = context
  const on = digested(input)
  const changed = await changeCase<TipBody, TipStatus, TipEvent>(
    tipMachine,
    event,
    on,
    context,
    async (current, by) => {
      const barred = barTo(event, current.history, caller.openid)
      if (barred) return refused(barred, `${event} is for somebody else to do`)
      const addition = await add(current)
      if ('error' in addition) return addition
      const { detail, ...next } = addition
      const { submission, words } = input
      const happening = { at: now, submission, digest: on.digest, by, words, detail }
      return advanced(tipMachine, current, event, happening, next)
    },
  )
  if (!changed.ok) return changed
  const { after, repeated } = changed.data
  if (!repeated) await tellWhoActs(event, after, context)
  return ok(after)
}

/**
 * An act as it was done before, also where it is refused by now, or the tip has left their places. One database request where it
 * was not done.
 */
export const doneAgain =
  <Input extends Act>(
    event: TipEvent,
    useCase: (input: Input, context: Context) => Promise<Result<TipChanged>>,
  ) =>
  async (input: Input, context: Context): Promise<Result<TipChanged> | null> => {
    const before = await changedBefore<TipBody, TipStatus, TipEvent>(
      tipMachine,
      event,
      digested(input),
      context,
    )
    if (!before?.ok) return null
    // It may not have come to its end, or have been taken back.
    const again = await useCase(input, context)
    const isElsewhere = !again.ok && again.error.code === 'notFound'
    return isElsewhere ? ok(changedView(before.data.after)) : again
  }

export const changedView = ({ _id, status, version }: TipCase): TipChanged => ({ id: _id, status, version })

/** The answer to whoever changed a tip. */
export const answering = (changed: Result<TipCase>): Result<TipChanged> =>
  changed.ok ? ok(changedView(changed.data)) : changed

/** A use case that consists of saying something: a question, a note, what an officer decides. */
export const causing =
  (event: TipEvent) =>
  async (input: Act, context: Context): Promise<Result<TipChanged>> =>
    answering(await changeTip(event, input, context))
