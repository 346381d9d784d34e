import { ok } from '@contract/action'
import { allowedEvents } from '@contract/machine'
import { textCheckMachine, textsActions, type TextCheckStatus } from '@contract/texts'
import { readCase, standing } from '@kernel/cases'
import { timelineView, todoView } from '@kernel/caseViews'
import type { UseCase } from '@kernel/serve'
import { noSuchText } from './decideText'
import type { TextCheckBody } from '@kernel/checking/textCheck'

/** A text that waits at one of my places, without what it says; nobody decides about their own. */
export const reviewText: UseCase<typeof textsActions.review> = async (input, context) => {
  const found = await readCase<TextCheckBody, TextCheckStatus>('textCheck', input.case)
  const who = await standing(found, context, [], textCheckMachine.readers)
  if (!found || !who || who.by.actor === 'owner') return noSuchText()
  const { _id: id, status, version, openedAt, place, subject, todo, body } = found
  const { doubt, standsIn, canHide } = body
  return ok({
    ...{ id, status, version, doubt, place, standsIn, canHide },
    openedAt: openedAt.toISOString(),
    display: subject.display,
    todo: todo && todoView(todo),
    events: allowedEvents(textCheckMachine, status, who.actors).filter(
      (event) => event in textsActions && (event !== 'hide' || canHide),
    ),
    timeline: timelineView(textCheckMachine, found, 'staff'),
  })
}
