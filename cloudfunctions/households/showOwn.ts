import { ok } from '@contract/action'
import type { householdsActions } from '@contract/households'
import { householdsOf } from '@kernel/households/leaving'
import { ownViews } from '@kernel/households/ownViews'
import type { UseCase } from '@kernel/serve'

/** The households that the caller's account reports for. One database request besides those of {@link ownViews}. */
export const listOwnHouseholds: UseCase<typeof householdsActions.mine> = async (_input, context) =>
  ok(await ownViews(await householdsOf(context.caller.openid), context))
