import { createHash, randomUUID } from 'node:crypto'
import { ok, refused, type Refused, type Result } from '@contract/action'
import type { FieldFault } from '@contract/faults'
import { PICTURE_BYTES, UNCLAIMED_PICTURES, type PictureAdded } from '@contract/pictures'
import { isDuplicate } from '../cloud'
import { keepFile, readFile, removeFiles } from '../files'
import { ownSealer } from '../seal'
import { cleanPicture, type Cleaned } from './cleaning'
import { pictureContext, pictures, type PictureDocument } from './pictureDocument'

const HOURS_UNCLAIMED = 24

/** A picture that a phone has put into the cloud storage. */
export interface Incoming {
  picture: string
  file: string
  /** In whose name it is kept until a form claims it. */
  owner: string
  addedAt: Date
  /** Whether it can be found again that the same photograph was used elsewhere. */
  isRecognised: boolean
}

/**
 * Takes in what a phone has put into the cloud storage: a clean copy is kept, the file itself is removed in any case.
 * The storage does not say who put it there; its path holds an id that only that phone knows, and whoever names it
 * first has it. The same id again is answered the same; `refusalOf` is asked before a new one is taken in. Three database
 * requests and those of `refusalOf`.
 */
export async function addPictureOf(
  incoming: Incoming,
  refusalOf: () => Promise<Refused | null> = () => Promise.resolve(null),
): Promise<Result<PictureAdded>> {
  const { picture, file } = incoming
  try {
    const before = await addedBefore(incoming)
    if (before) return before
    const refusal = (await refusalOf()) ?? (await refusalToTakeIn(incoming))
    // Sent twice at once, the other one may have been taken in meanwhile.
    return refusal ? ((await addedBefore(incoming)) ?? refusal) : ok({ picture })
  } finally {
    await removeFiles([file])
  }
}

/** The answer for a picture that is there already; null when it is not. */
async function addedBefore({ picture, owner }: Incoming): Promise<Result<PictureAdded> | null> {
  const { data: found } = await pictures.doc(picture).get()
  if (!found) return null
  return found.owner === owner
    ? ok({ picture })
    : refused('invalidInput', 'this picture is somebody else’s', { picture: 'pictureUnknown' })
}

const refusedFile = (fault: FieldFault): Refused =>
  refused('invalidInput', 'this file is not taken', { file: fault })

/** null when its picture has been kept. */
async function refusalToTakeIn(incoming: Incoming): Promise<Refused | null> {
  const fault = await takeIn(incoming)
  return fault && refusedFile(fault)
}

/** Why the file is not taken; null when its picture has been kept. */
async function takeIn(incoming: Incoming): Promise<FieldFault | null> {
  // Calls at the same moment may together go a little over; the next one is refused.
  const { total } = await pictures.where({ owner: incoming.owner, case: null }).count()
  if (total >= UNCLAIMED_PICTURES) return 'pictureTooOften'
  const bytes = await readFile(incoming.file, PICTURE_BYTES)
  if (bytes === 'missing') return 'pictureMissing'
  if (bytes === 'tooLarge') return 'pictureTooLarge'
  const cleaned = cleanPicture(bytes)
  if (!cleaned.ok) return cleaned.fault
  return (await keep(incoming, cleaned)) ? null : 'pictureMissing'
}

/** False when this id has been added meanwhile. */
async function keep(
  { picture, owner, addedAt, isRecognised }: Incoming,
  { bytes, image }: Extract<Cleaned, { ok: true }>,
): Promise<boolean> {
  const file = await keepFile(`pictures/${randomUUID()}`, bytes)
  const recognised = isRecognised ? fingerprintOf(image) : null
  const kept = { _id: picture, owner, case: null, file, addedAt, checkAt: checkedAfter(addedAt) }
  try {
    await pictures.add({ data: { ...kept, ...recognisable(picture, recognised) } })
    return true
  } catch (cause) {
    await removeFiles([file])
    if (!isDuplicate(cause)) throw cause
    return false
  }
}

/** When it is looked at whether a case has claimed what was added then. */
export const checkedAfter = (addedAt: Date): Date => new Date(addedAt.getTime() + HOURS_UNCLAIMED * 3_600_000)

const fingerprintOf = (image: Buffer | string): string =>
  createHash('sha256').update(image).digest('base64url')

/**
 * By what a photograph is found again where it is used twice. Where that must not be, because its other use says whose it is,
 * the fingerprint is that of the id, which no other picture has, also after keys have been changed.
 */
export const recognisable = (
  picture: string,
  fingerprint: string | null,
): Pick<PictureDocument, 'hash' | 'image'> => {
  const recognised = fingerprint ?? fingerprintOf(picture)
  return {
    hash: ownSealer().findable('picture', recognised),
    image: ownSealer().seal(recognised, pictureContext(picture)),
  }
}
