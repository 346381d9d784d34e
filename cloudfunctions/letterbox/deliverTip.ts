import { storeCase } from '@kernel/cases'
import { derivedId } from '@kernel/derivedId'
import type { PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { saysSame } from '@kernel/seal'
import { freshTip } from '@kernel/tips/freshTip'
import { handledFor, readTip } from '@kernel/tips/joining'
import { tipIdOf, type LetterDocument, type ToldText } from '@kernel/tips/letters'
import { similarTo } from '@kernel/tips/similar'
import { writeAddition } from './deliverAddition'
import { copyPictures } from './letterPictures'
import type { Round } from './rounds'
import { whoGoesThere, type Delivery } from './tellColleagues'

/** A tip begins as a case of its own. Two database requests, and those of pictures and of who is told. */
export async function deliverTip(letter: LetterDocument, text: ToldText, round: Round): Promise<Delivery> {
  const place = await findPlace(text.place, round.now)
  if (!place) throw new Error('the place of a letter is no more')
  const pictures = await copyPictures(letter, tipIdOf(letter._id), round.at)
  const fresh = freshTip(letter, text, place, round.at, pictures)
  const similar = (await similarTo(fresh)).length > 0 ? 1 : 0
  const tip = { ...fresh, brief: { ...fresh.brief, similar } }
  if ((await storeCase(tip)) === 'sentBefore') return deliverAgain(letter, text, place, round)
  return { to: await whoGoesThere(place), why: 'tell', tip }
}

/** A letter that came again after it had become a tip. What it says otherwise than before is added to that: nothing is lost. */
async function deliverAgain(
  letter: LetterDocument,
  text: ToldText,
  place: PlaceDocument,
  round: Round,
): Promise<Delivery> {
  const { _id, digest } = letter
  const told = await readTip(tipIdOf(_id))
  if (!told || saysSame(told.history[0]?.digest ?? '', digest)) return 'nobodyToTell'
  const handled = (await handledFor(told)) ?? told
  const pictures = await copyPictures(letter, handled._id, round.at)
  return writeAddition(
    {
      letter: { ...letter, _id: derivedId({ again: _id, digest }) },
      text: { what: 'add', words: saidIn(text, place), unchecked: text.unchecked },
      ...{ pictures, told: told._id },
    },
    handled,
    round,
  )
}

/** All of it, since nobody knows which of both is right. */
const saidIn = ({ kind, where, seen, plate, words }: ToldText, { names }: PlaceDocument): string =>
  [kind.name, [...names, where].join(' ').trim(), seen.on, plate, words]
    .filter((said) => said !== '')
    .join('\n')
