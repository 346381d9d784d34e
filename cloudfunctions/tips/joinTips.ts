import { refused } from '@contract/action'
import { tipMachine, type tipsActions, type TipStatus } from '@contract/tips'
import { standing } from '@kernel/cases'
import type { UseCase } from '@kernel/serve'
import { goingAt, urgencyOf } from '@kernel/tips/going'
import { handledFor, readTip } from '@kernel/tips/joining'
import { areTogether } from '@kernel/tips/tip'
import { answering, changeTip } from './changeTip'

/** What is being handled, or has been: neither joined itself, nor a matter of malice. */
const canBeJoinedTo: readonly TipStatus[] = [
  'told',
  'escalated',
  'seen',
  'confirmed',
  'known',
  'unfounded',
  'undetermined',
]

/**
 * This tip is about the same as another one, which alone is handled from now on: its own receipt tells of that one. Four
 * database requests, one more for each tip to which that one is joined. Of several that are joined to each other at the same
 * moment, so that none would be handled, each that sees it is taken back.
 */
export const joinTip: UseCase<typeof tipsActions.join> = async (input, context) => {
  const changed = await changeTip('join', input, context, async (current) => {
    const other = await readTip(input.into)
    const isTheirs = (await standing(other, context, [], tipMachine.readers)) !== null
    const isFit = other && isTheirs && other._id !== current._id && canBeJoinedTo.includes(other.status)
    return isFit && areTogether(current.at, other.at)
      ? { changes: { body: { ...current.body, into: other._id } } }
      : refused('invalidInput', 'this tip cannot be joined to that', { into: 'tipUnknown' })
  })
  if (!changed.ok) return changed
  const undoing = `${input.submission}-undone`
  const wasUndone = changed.data.history.some(({ submission }) => submission === undoing)
  if (!wasUndone && (await handledFor(changed.data))) return answering(changed)
  const { _id, version } = changed.data
  if (!wasUndone) await separateTip({ case: _id, version, submission: undoing }, context)
  return refused('changedMeanwhile', 'that tip was joined to this one at the same moment')
}

/** They are not about the same after all: somebody goes there. */
export const separateTip: UseCase<typeof tipsActions.separate> = async (input, context) =>
  answering(
    await changeTip('separate', input, context, async (current) => ({
      ...goingAt(current.at, context.now),
      assignee: null,
      urgency: await urgencyOf(current, context.now),
      changes: { body: { ...current.body, into: null } },
    })),
  )
