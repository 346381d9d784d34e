import { refused, type Refused } from '@contract/action'
import { tipLimits, type letterboxActions } from '@contract/letterbox'
import { PICTURE_BYTES } from '@contract/pictures'
import { command, isDuplicate } from '@kernel/cloud'
import { derivedId } from '@kernel/derivedId'
import { keepFile, readFile, removeFiles } from '@kernel/files'
import { book, dayPeriod, unbook, type Counted } from '@kernel/pacing'
import { addPictureOf, checkedAfter, recognisable } from '@kernel/pictures/adding'
import { ownAddress } from '@kernel/pictures/addresses'
import { pictures, type PictureDocument } from '@kernel/pictures/pictureDocument'
import type { Context, UseCase } from '@kernel/serve'
import { ownerOfPictures, type LetterDocument } from '@kernel/tips/letters'
import { roundOf } from './rounds'

/**
 * A picture of a letter still being written, kept in the name of that letter. It is not recognised: the same photograph in
 * somebody's registration would say who has told. Four database requests.
 */
export const addLetterPicture: UseCase<typeof letterboxActions.addPicture> = async (input, context) => {
  const { picture, file, letter } = input
  const kept = { owner: ownerOfPictures(letter), addedAt: roundOf(context.now), isRecognised: false }
  const act = { picture, letter }
  const added = await addPictureOf({ picture, file, ...kept }, () => oneMorePicture(act, context))
  // What was not taken counts, and counts anew when it comes again.
  if (!added.ok) await unbook(picturesFrom(context), act, {}, dayPeriod(context.now))
  return added
}

const picturesFrom = ({ caller }: Context): Counted => ({ what: 'tipPicture', of: caller.openid })

async function oneMorePicture(act: object, context: Context): Promise<Refused | null> {
  const booking = { most: tipLimits.picturesADay, act }
  const booked = await book(picturesFrom(context), booking, dayPeriod(context.now))
  return booked === 'tooMany'
    ? refused('invalidInput', 'enough pictures for a day', { file: 'pictureTooOften' })
    : null
}

export const showLetterPicture: UseCase<typeof letterboxActions.showPicture> = (input, { now }) =>
  ownAddress(input.picture, ownerOfPictures(input.letter), now)

/**
 * Copies the pictures of a letter into a case, under ids and names of their own: neither documents nor files tell when
 * they were added. Answers the ids of the copies. What was copied before is not copied again. One database request, one more
 * for each; none for no pictures.
 */
export async function copyPictures(letter: LetterDocument, caseId: string, round: Date): Promise<string[]> {
  const copies: string[] = []
  for (const found of await picturesOf(letter)) {
    const copy = await copyOf(found, caseId, round)
    if (copy) copies.push(copy)
  }
  return copies
}

/** In the order in which the teller has put them. */
async function picturesOf({ _id, pictures: ids }: LetterDocument): Promise<PictureDocument[]> {
  if (ids.length === 0) return []
  const { data } = await pictures.where({ _id: command.in(ids), case: _id }).get()
  return ids.flatMap((id) => data.find((one) => one._id === id) ?? [])
}

/** null where the storage has lost it. */
async function copyOf({ _id, file }: PictureDocument, caseId: string, round: Date): Promise<string | null> {
  const bytes = await readFile(file, PICTURE_BYTES)
  if (bytes === 'missing' || bytes === 'tooLarge') return null
  const copy = derivedId({ copied: _id, into: caseId })
  // Under a name that follows from it as well: what is interrupted here leaves no second file.
  const kept = await keepFile(`pictures/${derivedId({ file: copy })}`, bytes)
  const document: PictureDocument = {
    ...{ _id: copy, owner: null, case: caseId, file: kept },
    ...recognisable(copy, null),
    ...{ addedAt: round, checkAt: checkedAfter(round) },
  }
  try {
    await pictures.add({ data: document })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
  return copy
}

/** Removes what the letter's phone has added, file first: its document is all that points to a file. */
export async function removePictures(letter: LetterDocument): Promise<void> {
  const found = await picturesOf(letter)
  if (found.length === 0) return
  const gone = await removeFiles(found.map(({ file }) => file))
  const removed = found.filter(({ file }) => gone.has(file)).map(({ _id }) => _id)
  if (removed.length > 0) await pictures.where({ _id: command.in(removed) }).remove()
}
