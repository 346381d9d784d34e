import { ok } from '@contract/action'
import type { returneeActions } from '@contract/returnee'
import { maskName } from '@kernel/masking'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { rememberPeople } from './rememberPeople'
import { checkedPlace } from './registerReturnee'
import { briefOf, sealAnswers } from './registration'

/** New answers before a decision; the old ones stay, sealed, in the history. */
export const amendRegistration: UseCase<typeof returneeActions.amend> = async (
  { answers, ...act },
  context,
) => {
  const placed = await checkedPlace(answers, context)
  if (!placed.ok) return placed
  const place = placed.data

  const changed = await changeRegistration(
    'amend',
    act,
    context,
    ({ _id, subject, body, place: placeBefore }) => ({
      before: { answers: body.answers, place: placeBefore },
      changes: {
        at: place.at,
        place: { id: place._id, level: place.level, names: place.names },
        subject: { ...subject, display: maskName(answers.person.name) },
        brief: briefOf(answers),
        body: { ...body, answers: sealAnswers(answers, _id, ownSealer()) },
      },
    }),
  )
  if (!changed.ok) return changed
  await rememberPeople(act.submission, changed.data, answers, context.now)
  return ok(changedView(changed.data))
}
