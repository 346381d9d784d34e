import { ok, refused } from '@contract/action'
import type { picturesActions } from '@contract/pictures'
import { addressesOf } from '@kernel/pictures/addresses'
import { pictures } from '@kernel/pictures/pictureDocument'
import type { UseCase } from '@kernel/serve'

/** Where one's own picture can be looked at, before and after it has been sent with a form. */
export const showOwnPicture: UseCase<typeof picturesActions.show> = async (input, { caller, now }) => {
  const { data: found } = await pictures.doc(input.picture).get()
  const [shown] = found?.owner === caller.openid ? await addressesOf([found], now) : []
  return shown ? ok(shown) : refused('notFound', 'there is no such picture of yours')
}
