import { ok, refused, type Result } from '@contract/action'
import { tipLimits, type letterboxActions } from '@contract/letterbox'
import type { Context, UseCase } from '@kernel/serve'
import { findByReceipt, tipOf, type FoundByReceipt } from '@kernel/tips/finding'
import { handledFor, readTip } from '@kernel/tips/joining'
import { letterId, letters as letterDocuments, type AddedText } from '@kernel/tips/letters'
import { theTeller } from '@kernel/tips/tip'
import { bookAddition, unbookAddition } from './letterPace'
import { answeredBefore, examineLetter, putLetter, type Writing } from './postLetter'
import { canAppeal } from './tellerView'

type Added = Writing & { receipt: string }

/** An answer or what else was seen, for the tip of this receipt. Eight database requests, more for pictures and joined tips. */
export const addToTip: UseCase<typeof letterboxActions.add> = (input, context) => send('add', input, context)

/** Against what two officers have said, once. */
export const appealAgainst: UseCase<typeof letterboxActions.appeal> = (input, context) =>
  send('appeal', input, context)

async function send(what: AddedText['what'], input: Added, context: Context): Promise<Result<null>> {
  const found = await findByReceipt(input.receipt, context)
  if (!found.ok) return found
  const said = await saidBefore(found.data)
  const before = said.find(({ letter }) => letter === letterId(input.letter))
  if (before) return answeredBefore(before, input)
  if (what === 'add' && said.length > tipLimits.lettersOfATip)
    return refused('tooOften', 'so much has been added to this tip')
  if (what === 'appeal' && !mayAppeal(found.data)) return refused('appealClosed', 'nothing to appeal against')
  const booked = await bookAddition(input, context)
  if (typeof booked === 'object') return booked
  const examined = await examineLetter(input, input.words, context)
  if (!examined.ok) {
    if (booked !== 'again') await unbookAddition(input, context)
    return examined
  }
  const { tip, letters } = found.data
  const receipt = tip?.body.receipt ?? letters[0]?.receipt ?? ''
  if (await putLetter(input, { receipt, community: '' }, { what, words: input.words, ...examined.data }))
    return ok(null)
  const { data: sent } = await letterDocuments.doc(letterId(input.letter)).get()
  return sent ? answeredBefore(sent, input) : send(what, input, context)
}

/**
 * The answer to a letter that lies in the letterbox, or has been added. Nobody who tries codes learns from it whether one is right:
 * only who has sent that letter is answered, and three database requests are made whatever is there.
 */
export async function addedBefore(input: Added): Promise<Result<null> | null> {
  const id = letterId(input.letter)
  const [{ data: waiting }, tip] = await Promise.all([letterDocuments.doc(id).get(), tipOf(input.receipt)])
  // Asked for in vain where it was not joined.
  const handled = await readTip(tip?.body.into ?? id)
  const added = [tip, handled]
    .flatMap((one) => one?.history ?? [])
    .find(({ submission }) => submission === id)
  const before = waiting ?? added
  return before ? answeredBefore(before, input) : null
}

interface Said {
  letter: string
  digest: string
}

/** What this teller has said: in the letterbox, in the tip's history, and in that of the tip that is handled for it. */
async function saidBefore({ tip, letters }: FoundByReceipt): Promise<Said[]> {
  const handled = tip && (await handledFor(tip))
  const own = tip?.history.filter(({ detail }) => !detail?.from) ?? []
  const there = handled?.history.filter(({ detail }) => detail?.from === tip?._id) ?? []
  const entries = [...own, ...there].filter(({ by }) => by.actor === theTeller.actor)
  return [
    ...letters.map(({ _id, digest }) => ({ letter: _id, digest })),
    ...entries.map(({ submission, digest }) => ({ letter: submission, digest })),
  ]
}

/** There is one appeal, also while it is still in the letterbox. */
export const mayAppeal = ({ tip, letters }: FoundByReceipt): boolean =>
  tip !== null && canAppeal(tip) && letters.every(({ what }) => what !== 'appeal')
