import type { picturesActions } from '@contract/pictures'
import { addPictureOf } from '@kernel/pictures/adding'
import type { UseCase } from '@kernel/serve'

/** One's own picture, see {@link addPictureOf}. */
export const addPicture: UseCase<typeof picturesActions.add> = (input, { caller, now }) =>
  addPictureOf({ ...input, owner: caller.openid, addedAt: now, isRecognised: true })
