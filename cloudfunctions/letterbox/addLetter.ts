import { refused, type Result } from '@contract/action'
import type { letterboxActions } from '@contract/letterbox'
import type { Context, UseCase } from '@kernel/serve'
import { findByReceipt, type FoundByReceipt } from '@kernel/tips/finding'
import { handledFor } from '@kernel/tips/joining'
import { letterId, type AddedText } from '@kernel/tips/letters'
import { admitLetter, answeredBefore, putLetter, type Writing } from './postLetter'
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
  const before = await sentBefore(input.letter, found.data)
  if (before) return answeredBefore(before, input)
  if (what === 'appeal' && !mayAppeal(found.data)) return refused('appealClosed', 'nothing to appeal against')
  const admitted = await admitLetter(input, input.words, context)
  if (!admitted.ok) return admitted
  const { tip, letters } = found.data
  const receipt = tip?.body.receipt ?? letters[0]?.receipt ?? ''
  return putLetter(input, receipt, { what, words: input.words, ...admitted.data })
}

/** What was sent under this letter before, in the letterbox or as an event of the tip that is handled. */
async function sentBefore(letter: string, found: FoundByReceipt): Promise<{ digest: string } | null> {
  const id = letterId(letter)
  const { tip, letters } = found
  const handled = tip && (await handledFor(tip))
  const entries = [...(tip?.history ?? []), ...(handled?.history ?? [])]
  return letters.find(({ _id }) => _id === id) ?? entries.find(({ submission }) => submission === id) ?? null
}

/** There is one appeal, also while it is still in the letterbox. */
export const mayAppeal = ({ tip, letters }: FoundByReceipt): boolean =>
  tip !== null && canAppeal(tip) && letters.every(({ what }) => what !== 'appeal')
