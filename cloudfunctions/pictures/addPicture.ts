import { createHash, randomUUID } from 'node:crypto'
import { ok, refused, type Refused } from '@contract/action'
import type { FieldFault } from '@contract/faults'
import { PICTURE_BYTES, type picturesActions } from '@contract/pictures'
import { isDuplicate } from '@kernel/cloud'
import { keepFile, readFile, removeFiles } from '@kernel/files'
import { cleanPicture, type Cleaned } from '@kernel/pictures/cleaning'
import { pictures } from '@kernel/pictures/pictureDocument'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'

const HOURS_UNCLAIMED = 24

/**
 * Takes in what a phone has put into the cloud storage: a clean copy is kept, the file itself is removed in any case.
 * The storage does not say who put it there; its path holds an id that only that phone knows, and whoever names it
 * first has it. The same id again is answered the same.
 */
export const addPicture: UseCase<typeof picturesActions.add> = async ({ picture, file }, context) => {
  try {
    const fault = (await isKnown(picture)) ? null : await takeIn(picture, file, context)
    if (fault && fault !== 'pictureMissing') return refusedFile(fault)
    // Sent twice at once, the other one may have taken the file meanwhile.
    const { data: added } = await pictures.doc(picture).get()
    if (!added) return refusedFile('pictureMissing')
    return added.owner === context.caller.openid
      ? ok({ picture })
      : refused('invalidInput', 'this picture is somebody else’s', { picture: 'pictureUnknown' })
  } finally {
    await removeFiles([file])
  }
}

const isKnown = async (picture: string): Promise<boolean> => (await pictures.doc(picture).get()).data !== null

const refusedFile = (fault: FieldFault): Refused =>
  refused('invalidInput', 'this file is not taken', { file: fault })

/** What is wrong with the file; null when its picture has been kept. */
async function takeIn(picture: string, file: string, { caller, now }: Context): Promise<FieldFault | null> {
  const bytes = await readFile(file, PICTURE_BYTES)
  if (bytes === 'missing') return 'pictureMissing'
  if (bytes === 'tooLarge') return 'pictureTooLarge'
  const cleaned = cleanPicture(bytes)
  if (!cleaned.ok) return cleaned.fault
  await keep(picture, cleaned, caller.openid, now)
  return null
}

async function keep(
  picture: string,
  { bytes, image }: Extract<Cleaned, { ok: true }>,
  owner: string,
  now: Date,
): Promise<void> {
  const file = await keepFile(`pictures/${randomUUID()}`, bytes)
  const hash = ownSealer().findable('picture', createHash('sha256').update(image).digest('base64url'))
  const checkAt = new Date(now.getTime() + HOURS_UNCLAIMED * 3_600_000)
  try {
    await pictures.add({ data: { _id: picture, owner, case: null, file, hash, addedAt: now, checkAt } })
  } catch (cause) {
    await removeFiles([file])
    if (!isDuplicate(cause)) throw cause
  }
}
