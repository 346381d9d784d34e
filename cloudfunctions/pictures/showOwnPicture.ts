import type { picturesActions } from '@contract/pictures'
import { ownAddress } from '@kernel/pictures/addresses'
import type { UseCase } from '@kernel/serve'

/** Where one's own picture can be looked at, before and after it has been sent with a form. */
export const showOwnPicture: UseCase<typeof picturesActions.show> = ({ picture }, { caller, now }) =>
  ownAddress(picture, caller.openid, now)
