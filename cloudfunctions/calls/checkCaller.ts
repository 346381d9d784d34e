import { ok, refused, type Refused } from '@contract/action'
import { CHECKS_AN_HOUR, type callsActions } from '@contract/calls'
import { isHouseholdRole } from '@contract/roles'
import { collection, command } from '@kernel/cloud'
import { readHousehold } from '@kernel/households/changing'
import { noSuchHousehold } from '@kernel/households/handling'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { residentName } from '@kernel/placeDocument'
import type { UseCase } from '@kernel/serve'
import { staffCovering } from '@kernel/superiors'
import { lastCalledBy, secondsToNextCheck } from './callRules'

const HOUR_MS = 3_600_000

const households = collection<HouseholdDocument>('households')

/**
 * For a family: whether a number belongs to somebody on the staff of their place, and when they called. Three database
 * requests.
 */
export const checkCaller: UseCase<typeof callsActions.check> = async ({ household, phone }, context) => {
  const { caller, now } = context
  const found = await readHousehold(household)
  if (!found?.accounts.includes(caller.openid)) return noSuchHousehold()
  if (!(await countCheck(household, now))) return checkedTooOften(found, now)
  const posts = (await staffCovering(found.at)).filter((post) => post.phone === phone)
  const post = posts.find(({ role }) => isHouseholdRole(role)) ?? posts[0]
  if (!post) return ok({ caller: null, calledAt: null })
  const { name, role, place, at, openid } = post
  const called = lastCalledBy(openid, found.calls, now)
  return ok({
    caller: { name, role, place: residentName(at, place) },
    calledAt: called?.at.toISOString() ?? null,
  })
}

/** One more check, if it is one that may be: nobody finds out by trying which numbers belong to staff. */
async function countCheck(household: string, now: Date): Promise<boolean> {
  const oldest = `checks.${CHECKS_AN_HOUR - 1}`
  const hourAgo = new Date(now.getTime() - HOUR_MS)
  const hasRoom = command.or([{ [oldest]: command.exists(false) }, { [oldest]: command.lte(hourAgo) }])
  const { stats } = await households.where(command.and([{ _id: household }, hasRoom])).update({
    data: { checks: command.push({ each: [now], position: 0, slice: CHECKS_AN_HOUR }) },
  })
  return stats.updated === 1
}

function checkedTooOften({ checks = [] }: HouseholdDocument, now: Date): Refused {
  const refusal = refused('tooOften', 'more numbers than a family is called from in an hour')
  refusal.error.retryAfter = Math.max(1, secondsToNextCheck(checks, now))
  return refusal
}
