import { refused, type Refused } from '@contract/action'
import type { HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import type { Context } from '@kernel/serve'

/** Not there, or not theirs: nobody learns which. */
export const noSuchAlert = (): Refused =>
  refused('notFound', 'there is no such case, or it is not yours to see')

/** Whether the caller reports for this household. */
export const isFamilyOf = (household: HouseholdDocument | null, { caller }: Context): boolean =>
  household?.accounts.includes(caller.openid) ?? false

/** Whether it is the caller's to see: an episode in their own family, or one that they have reported. */
export const isOwn = (
  { owner }: Pick<HealthAlertCase, 'owner'>,
  household: HouseholdDocument | null,
  context: Context,
): boolean => owner === context.caller.openid || isFamilyOf(household, context)

/** The accounts to tell: those that report for the household or, where it is no more, the one that has reported. */
export const accountsOf = (
  { owner }: Pick<HealthAlertCase, 'owner'>,
  household: HouseholdDocument | null,
): readonly string[] => household?.accounts ?? (owner ? [owner] : [])
