import { ok, refused, type Result } from '@contract/action'
import { addDays, instantAt } from '@contract/calendar'
import { lifterRoles, liftLevels, type keepingActions, type Lift } from '@contract/keeping'
import { keeperRoles } from '@contract/roles'
import { command, isDuplicate } from '@kernel/cloud'
import { lifts, type LiftDocument } from '@kernel/deletion/deletionDocuments'
import { placeName } from '@kernel/placeDocument'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import { deciderAt, noSuch, placeOf, shownBy, type Decider } from '@kernel/deciders'

type Signed = Decider & { at: Date }

const signed = ({ at, ...by }: Signed) => ({ ...shownBy(by), at: at.toISOString() })

export const liftView = (
  { _id, place, status, days, words, announced, confirmed, endsAt }: LiftDocument,
  { caller }: Context,
): Lift => ({
  id: _id,
  place,
  status,
  days,
  words,
  announced: signed(announced),
  confirmed: confirmed && signed(confirmed),
  endsAt: endsAt && endsAt.toISOString(),
  mayConfirm: status === 'announced' && announced.account !== caller.openid,
})

/** The first of two who end an outbreak. Nothing happens before somebody else has confirmed it. */
export const announceLift: UseCase<typeof keepingActions.announceLift> = async (input, context) => {
  const place = await placeOf(input.place, context)
  if (!(liftLevels as readonly string[]).includes(place.level))
    return refused('invalidInput', 'an outbreak is over in a community or wider', { place: 'placeTooNarrow' })
  const by = await deciderAt(place.at, lifterRoles, context)
  if (!by) return noSuch('place')
  const lift: LiftDocument = {
    _id: input.submission,
    place: placeName(place),
    at: place.at,
    status: 'announced',
    days: input.days,
    words: input.words,
    announced: { ...by, at: context.now },
    confirmed: null,
    cancelled: null,
    endsAt: null,
  }
  try {
    await lifts.add({ data: lift })
    return ok(liftView(lift, context))
  } catch (cause) {
    if (isDuplicate(cause)) return refused('submissionTaken', 'this submission did something else before')
    throw cause
  }
}

export const announcedBefore: DoneBefore<typeof keepingActions.announceLift> = async (input, context) => {
  const before = await signedBefore('announced', input.submission, context)
  return before?.ok && before.data.days === input.days && before.data.words === input.words ? before : null
}

interface OnLift {
  place: string
  lift: string
}

async function findLift({ place, lift }: OnLift, context: Context) {
  const { data: found } = await lifts.doc(lift).get()
  const by = found && (await deciderAt(found.at, keeperRoles, context))
  return found && by && found.place.id === place ? { found, by } : null
}

/** The countdown begins today, so that its days are whole ones; it is over at midnight. */
export const confirmLift: UseCase<typeof keepingActions.confirmLift> = async (input, context) => {
  const lift = await findLift(input, context)
  if (!lift) return noSuch('lift')
  const { found, by } = lift
  if (found.announced.account === by.account) return refused('notYourOwn', 'a second person confirms it')
  const endsAt = instantAt(addDays(context.today, found.days + 1), 0)
  const confirmed = { ...by, at: context.now }
  return change(found, ['announced'], { status: 'counting', confirmed, endsAt }, context)
}

export const confirmedBefore: DoneBefore<typeof keepingActions.confirmLift> = (input, context) =>
  signedBefore('confirmed', input.lift, context)

export const cancelLift: UseCase<typeof keepingActions.cancelLift> = async (input, context) => {
  const lift = await findLift(input, context)
  if (!lift) return noSuch('lift')
  const { found, by } = lift
  if (found.status === 'cancelled') return ok(liftView(found, context))
  const isTooLate = found.endsAt !== null && found.endsAt <= context.now
  if (isTooLate) return refused('eventNotAllowed', 'its countdown is over')
  const cancelled = { ...by, at: context.now, words: input.words }
  return change(found, ['announced', 'counting'], { status: 'cancelled', cancelled }, context)
}

export const cancelledBefore: DoneBefore<typeof keepingActions.cancelLift> = (input, context) =>
  signedBefore('cancelled', input.lift, context)

/** What the caller has done about it before, as it has become since; null where that is nothing. */
async function signedBefore(
  act: 'announced' | 'confirmed' | 'cancelled',
  lift: string,
  context: Context,
): Promise<Result<Lift> | null> {
  const { data: found } = await lifts.doc(lift).get()
  return found?.[act]?.account === context.caller.openid ? ok(liftView(found, context)) : null
}

/** On the condition that nobody was quicker. */
async function change(
  found: LiftDocument,
  from: LiftDocument['status'][],
  changes: Partial<LiftDocument>,
  context: Context,
): Promise<Result<Lift>> {
  if (!from.includes(found.status)) return refused('eventNotAllowed', 'not in this state')
  // An object would be merged into the stored one; `set` replaces it.
  const data = Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [field, command.set(value)]),
  )
  const { stats } = await lifts.where({ _id: found._id, status: found.status }).update({ data })
  return stats.updated === 1
    ? ok(liftView({ ...found, ...changes }, context))
    : refused('changedMeanwhile', 'somebody else was quicker')
}
