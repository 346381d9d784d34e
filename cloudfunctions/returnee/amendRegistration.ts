import { ok, refused } from '@contract/action'
import { limits, type returneeActions } from '@contract/returnee'
import { holdsInForce, keepHeld } from '@kernel/deletion/holding'
import { maskName } from '@kernel/masking'
import { claimPictures, type Claim } from '@kernel/pictures/claiming'
import { placeName } from '@kernel/placeDocument'
import { expectedAt } from '@kernel/registering'
import { briefOf, openAnswers, regionKeysOf, sealAnswers } from '@kernel/registration'
import { rememberPeople } from '@kernel/rememberPeople'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { checkedPlace, pictureRefused } from './registerReturnee'
import { releaseUnnamed } from './releaseUnnamed'
import { changedSections } from './returneeRules'

/** New answers before a decision, assessed anew; the old ones stay, sealed, in the history. */
export const amendRegistration: UseCase<typeof returneeActions.amend> = async (input, context) => {
  const { answers } = input
  const placed = await checkedPlace(answers, context)
  if (!placed.ok) return placed
  const place = placed.data

  let claim: Claim | undefined
  const changed = await changeRegistration('amend', input, context, async (current) => {
    const { _id, owner, at, subject, body, history } = current
    if (history.filter(({ event }) => event === 'amend').length >= limits.amendments) {
      return refused('tooOften', 'this registration has been amended too often')
    }
    claim = { case: _id, account: context.caller.openid, owner }
    if (!(await claimPictures(answers.test.pictures, claim, context.now))) return pictureRefused()
    const isMoved = at[place.level] !== place._id
    if (isMoved) await keepHeld('cases', current, place.at, await holdsInForce(context.now))
    const expected = await expectedAt(place, answers, current.openedAt, context.now)
    const before = openAnswers(body.answers, _id, ownSealer())
    return {
      before: { answers: body.answers, place: current.place },
      detail: { sections: changedSections(before, answers).join(' ') },
      // Whoever it was handed to may have no right at the new place.
      assignee: isMoved ? null : undefined,
      changes: {
        at: place.at,
        place: placeName(place),
        subject: { ...subject, display: maskName(answers.person.name) },
        regions: regionKeysOf(answers),
        brief: briefOf(answers),
        body: { ...body, expected, answers: sealAnswers(answers, _id, ownSealer()) },
      },
    }
  })
  if (!changed.ok) {
    if (claim) await releaseUnnamed(answers.test.pictures, claim)
    return changed
  }
  const { _id, body } = changed.data
  const stored = openAnswers(body.answers, _id, ownSealer())
  await rememberPeople(input.submission, changed.data, stored, context.now)
  return ok(changedView(changed.data, context))
}
