import { ok, refused } from '@contract/action'
import type { householdsActions } from '@contract/households'
import { holdsInForce, keepHeld } from '@kernel/deletion/holding'
import { homeFault } from '@kernel/homeRules'
import { changeHousehold } from '@kernel/households/changing'
import { familyOf } from '@kernel/households/handling'
import { householdContext, type HouseholdDocument } from '@kernel/households/householdDocument'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { householdKeptUntil } from '@kernel/retention'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { byStaffAt } from './placing'

const changed = ({ _id, edits }: HouseholdDocument) => ok({ id: _id, version: edits })

/**
 * A household goes to another door with its people and reports. Staff take it no further than their own places. An open
 * episode of being unwell follows with its next report; until then those go on with it who have seen it begin.
 */
export const moveHousehold: UseCase<typeof householdsActions.move> = async (input, context) => {
  const place = await findPlace(input.place, context.now)
  const unfit = homeFault(place)
  if (!place || unfit) {
    return refused('invalidInput', 'nobody can live there', { place: unfit ?? 'placeUnknown' })
  }
  const result = await changeHousehold(input, context, async (found, by) => {
    const right = by.actor === 'owner' ? ok(by) : await byStaffAt(place, context)
    if (!right.ok) return right
    const door = ownSealer()
    const isThere = found.place.id === place._id
    if (isThere && door.open(found.door, householdContext(found._id)) === input.door) return 'nothing'
    if (!isThere && found.edits === input.version) await holdAlong(found, place, context.now)
    return {
      at: place.at,
      place: placeName(place),
      door: door.seal(input.door, householdContext(found._id)),
      keepUntil: householdKeptUntil(context.now),
    }
  })
  return result.ok ? changed(result.data) : result
}

/** What a legal hold keeps it goes on keeping wherever it goes. */
const holdAlong = async (found: HouseholdDocument, { at }: PlaceDocument, now: Date): Promise<void> =>
  keepHeld('households', found, at, await holdsInForce(now))

/** The hour at which each of its phones is reminded, on days that nobody has reported yet. */
export const setReminder: UseCase<typeof householdsActions.remind> = async ({ household, hour }, context) => {
  const result = await changeHousehold({ household, handler: familyOf }, context, ({ remindHour }) =>
    remindHour === hour ? 'nothing' : { remindHour: hour },
  )
  return result.ok ? changed(result.data) : result
}
