import { ok, refused, type Refused, type Result } from '@contract/action'
import {
  textCheckMachine,
  type TextCheckEvent,
  type TextCheckStatus,
  type TextDecided,
  type textsActions,
} from '@contract/texts'
import { advanced, type Changes } from '@kernel/caseEvents'
import { changeCase, changedBefore, digested, readCase, type Act } from '@kernel/cases'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import { hiding, rewrite, showing } from './hiding'
import { namedDocuments } from './namedDocuments'
import { openedTexts, type TextCheckBody, type TextCheckCase } from '@kernel/checking/textCheck'

export const noSuchText = (): Refused => refused('notFound', 'there is no such text of yours')

type Addition = Changes<TextCheckBody> | Refused

/** An officer causes `event`; `add` says what it changes besides the status, or why it may not be. Two database requests. */
export async function changeText(
  event: TextCheckEvent,
  input: Act,
  context: Context,
  add: (current: TextCheckCase) => Addition | Promise<Addition>,
): Promise<Result<TextCheckCase>> {
  const { submission, words } = input
  const on = digested(input)
  const changed = await changeCase<TextCheckBody, TextCheckStatus, TextCheckEvent>(
    textCheckMachine,
    event,
    on,
    context,
    async (current, by) => {
      const changes = await add(current)
      if ('error' in changes) return changes
      const happening = { at: context.now, submission, digest: on.digest, by, words }
      return advanced(textCheckMachine, current, event, happening, { changes })
    },
  )
  return changed.ok ? ok(changed.data.after) : changed
}

/** It stays, or is shown again; what it says is known here no longer. */
export const keepText: UseCase<typeof textsActions.keep> = (input, context) =>
  decide('keep', input, context, ({ body }) => ({ body: { ...body, texts: null } }))

/** Whoever reads what it stands in is told that there was something, and not what. */
export const hideText: UseCase<typeof textsActions.hide> = (input, context) =>
  decide('hide', input, context, ({ body }) =>
    body.canHide ? {} : refused('eventNotAllowed', 'staff replace what they have published'),
  )

/** WeChat may refuse by now what is said of it, and may have taken it then. */
export const hiddenBefore: DoneBefore<typeof textsActions.hide> = async (input, context) => {
  const before = await changedBefore<TextCheckBody, TextCheckStatus, TextCheckEvent>(
    textCheckMachine,
    'hide',
    digested(input),
    context,
  )
  return before?.ok ? decided(before.data.after) : before
}

async function decide(
  event: 'keep' | 'hide',
  input: Act,
  context: Context,
  add: (current: TextCheckCase) => Addition,
): Promise<Result<TextDecided>> {
  const changed = await changeText(event, input, context, add)
  return changed.ok ? decided(changed.data) : changed
}

async function decided(found: TextCheckCase): Promise<Result<TextDecided>> {
  await agree(found)
  const { _id: id, status, version } = found
  return ok({ id, status, version })
}

/**
 * What was decided comes first, because only one decides; what fails after it the same act, sent again, makes good. Somebody
 * may have decided otherwise meanwhile: what was decided last counts.
 */
async function agree(decided: TextCheckCase): Promise<void> {
  const { _id, status, body } = decided
  const change = status === 'hidden' ? hiding(openedTexts(decided), _id) : showing(_id)
  for (const document of await namedDocuments(body.ids)) await rewrite(document, change)
  const now = await readCase<TextCheckBody, TextCheckStatus>('textCheck', _id)
  if (now && now.status !== status) await agree(now)
}
