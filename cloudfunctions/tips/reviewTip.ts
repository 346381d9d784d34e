import { ok, refused } from '@contract/action'
import { allowedEvents } from '@contract/machine'
import type { Actor } from '@contract/roles'
import { tipMachine, tipsActions, type SimilarTip } from '@contract/tips'
import type { CaseTodo } from '@kernel/caseEvents'
import { standing } from '@kernel/cases'
import { timelineView, todoView } from '@kernel/caseViews'
import { collection } from '@kernel/cloud'
import { maskNumbers, maskPlate } from '@kernel/masking'
import { addressesInCase } from '@kernel/pictures/addresses'
import type { UseCase } from '@kernel/serve'
import { readTip } from '@kernel/tips/joining'
import { comparedTo, similarTo } from '@kernel/tips/similar'
import { openedIn, type TipCase } from '@kernel/tips/tip'
import { barTo } from '@kernel/tips/tipRules'
import { knownThere } from './knownThere'

const JOINED_AT_MOST = 50

/**
 * A tip at one of my places, masked, with what is known there. Two database requests where it is not there or not mine;
 * else six to ten: tip, posts, registrations, tips of the place, similar ones, joined ones; and households of its building,
 * tips of its plate, the teller's and the visit's pictures, where it has these.
 */
export const reviewTip: UseCase<typeof tipsActions.review> = async (input, context) => {
  const found = await readTip(input.case)
  const who = await standing(found, context, [], tipMachine.readers)
  if (!found || !who) return refused('notFound', 'there is no such case, or it is not yours to see')
  const { _id: id, status, version, openedAt, place, todo, body } = found
  const [known, similar, joined, pictures, visitPictures] = await Promise.all([
    knownThere(found, context),
    similarTo(found),
    joinedTo(found),
    addressesInCase(body.pictures, id, context.now),
    addressesInCase(body.visitPictures, id, context.now),
  ])
  const { kind, kindName, opens, seen, unchecked, into, leadsTo } = body
  const plate = openedIn(id, body.plate)
  return ok({
    ...{ id, kind, kindName, opens, place, status, version, seen, unchecked, into, leadsTo },
    urgency: todo?.urgency ?? 0,
    toldAt: openedAt.toISOString(),
    todo: todo && todoView(todo),
    waitsForMe: todo !== null && waitsFor(todo, context.caller.openid, who.actors),
    words: maskNumbers(openedIn(id, body.words)),
    plate: plate && maskPlate(plate),
    hasWhere: body.where !== '',
    ...{ pictures, visitPictures, known, similar, joined },
    events: allowedEvents(tipMachine, status, who.actors).filter(
      (event) => event in tipsActions && barTo(event, found.history, context.caller.openid) === null,
    ),
    timeline: timelineView(tipMachine, found, 'staff'),
  })
}

const waitsFor = ({ assignee, role }: CaseTodo, account: string, actors: readonly Actor[]): boolean =>
  assignee ? assignee.openid === account : actors.includes(role)

/** Those that were joined to this one: it tells their receipts too. */
async function joinedTo(tip: TipCase): Promise<SimilarTip[]> {
  const { data } = await collection<TipCase>('cases')
    .where({ 'body.into': tip._id, deletion: null })
    .limit(JOINED_AT_MOST)
    .field({ history: false })
    .get()
  return comparedTo(tip, data)
}
