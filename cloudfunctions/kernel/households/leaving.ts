import { householdLimits } from '@contract/households'
import { collection } from '../cloud'
import type { Context } from '../serve'
import { changeHousehold } from './changing'
import { familyOf } from './handling'
import type { EnteredBy, HouseholdDocument } from './householdDocument'

/** Households that an account reports for, in the order of their opening. One database request. */
export async function householdsOf(account: string): Promise<HouseholdDocument[]> {
  const { data } = await collection<HouseholdDocument>('households')
    .where({ accounts: account, deletion: null })
    .orderBy('openedAt', 'asc')
    .limit(householdLimits.households * 2)
    .get()
  return data
}

const withoutAccount = (by: EnteredBy, account: string): EnteredBy =>
  by.account === account ? { ...by, account: '' } : by

/**
 * The caller reports for a household no more. `thenNobody` says what becomes of one that no other account reports for; done
 * twice it is done once.
 */
export const leaveHousehold = (
  household: string,
  context: Context,
  thenNobody: Partial<Pick<HouseholdDocument, 'keepUntil'>> = {},
) => {
  const { openid } = context.caller
  return changeHousehold(
    { household, handler: familyOf },
    context,
    ({ accounts, joined, members, enteredBy, days }) => {
      if (!accounts.includes(openid)) return 'nothing'
      const others = accounts.filter((account) => account !== openid)
      return {
        accounts: others,
        ...(joined && { joined: joined.filter(({ account }) => account !== openid) }),
        // Nobody who leaves sees again what they typed.
        members: members.map((one) => (one.enteredBy === openid ? { ...one, enteredBy: null } : one)),
        // What an account has entered stays with the family; which account it was does not.
        enteredBy: withoutAccount(enteredBy, openid),
        days: days.map(({ on, reports }) => ({
          on,
          reports: reports.map((report) => ({ ...report, by: withoutAccount(report.by, openid) })),
        })),
        // Nor does anybody join by a code of a family that is gone: what is to be forgotten would take them along.
        ...(others.length === 0 ? { remindHour: null, join: null, ...thenNobody } : {}),
      }
    },
  )
}
