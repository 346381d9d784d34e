import { now as clock } from '@kernel/clock'
import { command } from '@kernel/cloud'
import { logBug } from '@kernel/serve'
import { letters, openedLetter, type LetterDocument } from '@kernel/tips/letters'
import { deliverAddition } from './deliverAddition'
import { deliverTip } from './deliverTip'
import { removePictures } from './letterPictures'
import { roundOf, type Round } from './rounds'
import { inOrderByChance } from './shuffling'
import { tellColleagues, type Arrival, type Delivery } from './tellColleagues'

const A_PAGE = 200
const AT_ONCE = 5

/**
 * Makes cases and events of the letters, in an order drawn by chance, and then tells those who must know. It may end anywhere,
 * and another may do the same beside it: a letter is removed when what it says is stored, and stored twice it is the same.
 * What is not reached until then is left to the next round.
 */
export async function emptyLetterbox(now: Date, until: Date): Promise<void> {
  const round = { now, at: roundOf(now) }
  const arrivals: Arrival[] = []
  let last = ''
  while (clock() < until) {
    const { data } = await letters
      .where({ _id: command.gt(last) })
      .orderBy('_id', 'asc')
      .limit(A_PAGE)
      .get()
    last = data[data.length - 1]?._id ?? last
    for (const some of inBatches(data)) {
      if (clock() >= until) break
      const delivered = await Promise.all(some.map((letter) => deliver(letter, round).catch(logged)))
      arrivals.push(...delivered.filter((one) => typeof one === 'object'))
    }
    if (data.length < A_PAGE) break
  }
  await tellColleagues(inOrderByChance(arrivals))
}

/** Tips first, so that what was added to one of them finds it. */
function inBatches(page: LetterDocument[]): LetterDocument[][] {
  const mixed = inOrderByChance(page)
  const isTip = ({ what }: LetterDocument) => what === 'tell'
  return [mixed.filter(isTip), mixed.filter((letter) => !isTip(letter))].flatMap(inParts)
}

const inParts = (all: LetterDocument[]): LetterDocument[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    all.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )

async function deliver(letter: LetterDocument, round: Round): Promise<Delivery> {
  const text = openedLetter(letter)
  const delivery = await (text.what === 'tell'
    ? deliverTip(letter, text, round)
    : deliverAddition(letter, text, round))
  if (delivery === 'later') return delivery
  await removePictures(letter)
  // Another may have taken it out, and something else may have come under its id.
  await letters.where({ _id: letter._id, digest: letter.digest }).remove()
  return delivery
}

/** One that fails is tried again in the next round, and does not keep the others. */
const logged = (bug: unknown): 'later' => {
  logBug(bug)
  return 'later'
}
