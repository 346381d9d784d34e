import { randomInt } from 'node:crypto'
import { ok, refused, type Refused } from '@contract/action'
import { householdLimits, JOIN_DIGITS, type householdsActions } from '@contract/households'
import { bookTry } from '@kernel/codeTries'
import { collection, command } from '@kernel/cloud'
import { changeHousehold } from '@kernel/households/changing'
import type { EnteredBy, HouseholdDocument } from '@kernel/households/householdDocument'
import { householdsOf, leaveHousehold } from '@kernel/households/leaving'
import { ownView } from '@kernel/households/ownViews'
import { ownSealer } from '@kernel/seal'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import { tooManyHouseholds } from './openHousehold'

const HOUR_MS = 3_600_000

const onlyFamily = (found: HouseholdDocument | null, { caller }: Context): EnteredBy | null =>
  found?.accounts.includes(caller.openid) ? asFamily(caller.openid) : null

const asFamily = (account: string): EnteredBy => ({ actor: 'owner', account, name: null })

/** A code for the other phones of the family; the one before ends. It is not kept, only its keyed hash. */
export const inviteFamily: UseCase<typeof householdsActions.invite> = async ({ household }, context) => {
  const code = String(randomInt(10 ** JOIN_DIGITS)).padStart(JOIN_DIGITS, '0')
  const until = new Date(context.now.getTime() + householdLimits.codeHours * HOUR_MS)
  const join = { key: ownSealer().findable('invitation', code), until }
  const invited = await changeHousehold({ household, handler: onlyFamily }, context, () => ({ join }))
  return invited.ok ? ok({ code, until: until.toISOString() }) : invited
}

/** Wrong and ended are one answer: whoever guesses learns nothing. */
const noSuchCode = (): Refused =>
  refused('invalidInput', 'no household can be joined by this code', { code: 'codeUnknown' })

/** Whoever of the family holds the code reports for the household from now on. Tries are counted, right or wrong. */
export const joinFamily: UseCase<typeof householdsActions.join> = async ({ code }, context) => {
  const { openid } = context.caller
  const tried = await bookTry(openid, code, context.now)
  if (!tried.ok) return tried
  const keys = ownSealer().findables('invitation', code)
  const key = ownSealer().findable('invitation', code)
  const invites = ({ join }: HouseholdDocument) =>
    join !== null && keys.includes(join.key) && join.until > context.now
  const found = await findInviting(keys, context.now)
  if (!found) return noSuchCode()
  const own = await householdsOf(openid)
  const isOwn = own.some(({ _id }) => _id === found._id)
  if (!isOwn && own.length >= householdLimits.households) return tooManyHouseholds('code')

  const handler = (now: HouseholdDocument | null) => (now && invites(now) ? asFamily(openid) : null)
  const joined = await changeHousehold(
    { household: found._id, handler },
    context,
    ({ accounts, joined = [] }) => {
      if (accounts.includes(openid)) return 'nothing'
      if (accounts.length >= householdLimits.accounts) {
        return refused('invalidInput', 'enough phones report for it', { code: 'phonesFull' })
      }
      return { accounts: [...accounts, openid], joined: [...joined, { account: openid, key }] }
    },
  )
  if (joined.ok) return ok(await ownView(joined.data, context))
  return joined.error.code === 'notFound' ? noSuchCode() : joined
}

/** What this account has joined by that code, though the code has ended since, or too many have been tried. One database request. */
export const joinedBefore: DoneBefore<typeof householdsActions.join> = async ({ code }, context) => {
  const { openid } = context.caller
  const keys = ownSealer().findables('invitation', code)
  const own = await householdsOf(openid)
  const before = own.find(({ joined = [] }) =>
    joined.some(({ account, key }) => account === openid && keys.includes(key)),
  )
  return before ? ok(await ownView(before, context)) : null
}

/** Of two households that happen to have the same code neither is found: nobody joins strangers. */
async function findInviting(keys: string[], now: Date): Promise<HouseholdDocument | null> {
  const { data } = await collection<HouseholdDocument>('households')
    .where({ 'join.key': command.in(keys), 'join.until': command.gt(now), deletion: null })
    .limit(2)
    .get()
  return data.length === 1 ? (data[0] ?? null) : null
}

/** Done twice it is done once. The household stays for whoever else reports for it, and for staff. */
export const quitFamily: UseCase<typeof householdsActions.quit> = async ({ household }, context) => {
  const left = await leaveHousehold(household, context)
  return left.ok || left.error.code === 'notFound' ? ok(null) : left
}
