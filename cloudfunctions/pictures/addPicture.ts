import { createHash, randomUUID } from 'node:crypto'
import { ok, refused, type Refused, type Result } from '@contract/action'
import type { FieldFault } from '@contract/faults'
import {
  PICTURE_BYTES,
  UNCLAIMED_PICTURES,
  type PictureAdded,
  type picturesActions,
} from '@contract/pictures'
import { isDuplicate } from '@kernel/cloud'
import { keepFile, readFile, removeFiles } from '@kernel/files'
import { cleanPicture, type Cleaned } from '@kernel/pictures/cleaning'
import { pictureContext, pictures } from '@kernel/pictures/pictureDocument'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'

const HOURS_UNCLAIMED = 24

/**
 * Takes in what a phone has put into the cloud storage: a clean copy is kept, the file itself is removed in any case.
 * The storage does not say who put it there; its path holds an id that only that phone knows, and whoever names it
 * first has it. The same id again is answered the same. Three database requests.
 */
export const addPicture: UseCase<typeof picturesActions.add> = async ({ picture, file }, context) => {
  try {
    const before = await addedBefore(picture, context)
    if (before) return before
    const fault = await takeIn(picture, file, context)
    if (!fault) return ok({ picture })
    // Sent twice at once, the other one may have taken the file meanwhile.
    const meanwhile = fault === 'pictureMissing' ? await addedBefore(picture, context) : null
    return meanwhile ?? refusedFile(fault)
  } finally {
    await removeFiles([file])
  }
}

/** The answer for a picture that is there already; null when it is not. */
async function addedBefore(picture: string, { caller }: Context): Promise<Result<PictureAdded> | null> {
  const { data: found } = await pictures.doc(picture).get()
  if (!found) return null
  return found.owner === caller.openid
    ? ok({ picture })
    : refused('invalidInput', 'this picture is somebody else’s', { picture: 'pictureUnknown' })
}

const refusedFile = (fault: FieldFault): Refused =>
  refused('invalidInput', 'this file is not taken', { file: fault })

/** Why the file is not taken; null when its picture has been kept. */
async function takeIn(picture: string, file: string, { caller, now }: Context): Promise<FieldFault | null> {
  // Calls at the same moment may together go a little over; the next one is refused.
  const { total } = await pictures.where({ owner: caller.openid, case: null }).count()
  if (total >= UNCLAIMED_PICTURES) return 'pictureTooOften'
  const bytes = await readFile(file, PICTURE_BYTES)
  if (bytes === 'missing') return 'pictureMissing'
  if (bytes === 'tooLarge') return 'pictureTooLarge'
  const cleaned = cleanPicture(bytes)
  if (!cleaned.ok) return cleaned.fault
  return (await keep(picture, cleaned, caller.openid, now)) ? null : 'pictureMissing'
}

/** False when this id has been added meanwhile. */
async function keep(
  picture: string,
  { bytes, image }: Extract<Cleaned, { ok: true }>,
  owner: string,
  now: Date,
): Promise<boolean> {
  const file = await keepFile(`pictures/${randomUUID()}`, bytes)
  const fingerprint = createHash('sha256').update(image).digest('base64url')
  const hash = ownSealer().findable('picture', fingerprint)
  const checkAt = new Date(now.getTime() + HOURS_UNCLAIMED * 3_600_000)
  try {
    const sealed = ownSealer().seal(fingerprint, pictureContext(picture))
    const fresh = { _id: picture, owner, case: null, file, hash, image: sealed, addedAt: now, checkAt }
    await pictures.add({ data: fresh })
    return true
  } catch (cause) {
    await removeFiles([file])
    if (!isDuplicate(cause)) throw cause
    return false
  }
}
