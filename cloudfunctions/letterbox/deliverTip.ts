import { storeCase } from '@kernel/cases'
import { findPlace } from '@kernel/places'
import { freshTip } from '@kernel/tips/freshTip'
import { tipIdOf, type LetterDocument, type ToldText } from '@kernel/tips/letters'
import { similarTo } from '@kernel/tips/similar'
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
  if ((await storeCase(tip)) === 'sentBefore') return 'nobodyToTell'
  return { to: await whoGoesThere(place), why: 'tell', tip }
}
