import { ok, refused } from '@contract/action'
import { isOfficerRole } from '@contract/roles'
import type { tipsActions } from '@contract/tips'
import { wordsContext } from '@kernel/caseEvents'
import { intoHandsOf } from '@kernel/reassigning'
import { revealed } from '@kernel/revealing'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { openedIn, type TipCase } from '@kernel/tips/tip'
import { notForOfficers } from '@kernel/tips/tipRules'
import { answering, changedView, changeTip } from './changeTip'

/** The tip goes to a colleague whose place covers it; what is for an officer to say, to one who may say it. */
export const reassignTip: UseCase<typeof tipsActions.reassign> = async (input, context) =>
  answering(
    await changeTip('reassign', input, context, async ({ at, status, history }) => {
      const barred = notForOfficers(status, history)
      const handed = await intoHandsOf(input.colleague, at, barred ?? [])
      const isTooLow = !('error' in handed) && barred !== null && !isOfficerRole(handed.assignee.role)
      return isTooLow
        ? refused('invalidInput', 'this is for an officer to decide', { colleague: 'colleagueUnknown' })
        : handed
    }),
  )

/** What was told, in clear text, for a reason that is kept. */
export const revealTip: UseCase<typeof tipsActions.reveal> = async (sent, context) => {
  const found = await revealed<TipCase>(sent, context, (input, look) =>
    changeTip('reveal', input, context, look),
  )
  if (!found.ok) return found
  const { _id, body } = found.data
  const { id, version } = changedView(found.data)
  return ok({
    ...{ id, version },
    words: openedIn(_id, body.words),
    plate: openedIn(_id, body.plate),
    where: openedIn(_id, body.where),
    additions: additionsOf(found.data),
  })
}

/** What the teller has said since, the latest first. */
const additionsOf = ({ _id, history }: TipCase): string[] =>
  history
    .flatMap((entry) =>
      entry.by.actor === 'teller' && entry.words
        ? [ownSealer().open(entry.words, wordsContext(_id, entry))]
        : [],
    )
    .reverse()
