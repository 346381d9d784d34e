import { randomUUID } from 'node:crypto'
import type { InputOf } from '@contract/action'
import type { letterboxActions } from '@contract/letterbox'
import { caseContext } from '@kernel/caseEvents'
import { ownSealer } from '@kernel/seal'
import type { LetterDocument } from '@kernel/tips/letters'
import type { TipCase } from '@kernel/tips/tip'
import { answered, type Community } from './community'
import { stored } from './keeping'
import { newPicture, sent } from './pictures'
import { place, today } from './registrations'

export type Telling = InputOf<typeof letterboxActions.tell>

/** A tip in which everything is in order. */
export const telling = (changes: Partial<Telling> = {}): Telling => ({
  letter: randomUUID(),
  kind: 'unregisteredReturn',
  place: place.building,
  seen: { on: today },
  words: '外地车牌停在院里',
  ...changes,
})

/** Tells something and answers the receipt. */
export const told = async (
  community: Community,
  openid: string,
  changes: Partial<Telling> = {},
): Promise<string> => answered(await community.as(openid).letterbox.tell(telling(changes))).receipt

/** The letterbox is emptied, as every ten minutes. */
export async function empty(community: Community): Promise<void> {
  const answer = await community.cloud.fireTimer('letterbox')
  if ('error' in answer) throw new Error(answer.error.errMsg)
  expect(answer.result).toEqual({ ok: true, data: null })
}

/** Tells something that is a case already. */
export async function arrived(
  community: Community,
  openid: string,
  changes: Partial<Telling> = {},
): Promise<string> {
  const receipt = await told(community, openid, changes)
  await empty(community)
  return receipt
}

/** Adds a picture to a letter and answers its id. */
export async function letterPicture(
  community: Community,
  openid: string,
  letter: string,
  bytes: Buffer = newPicture(),
): Promise<string> {
  const uploaded = await sent(community, openid, bytes)
  return answered(await community.as(openid).letterbox.addPicture({ ...uploaded, letter })).picture
}

export const lettersIn = (community: Community) => stored<LetterDocument>(community, 'letters')

export const tipsIn = (community: Pick<Community, 'data'>) =>
  stored<TipCase>(community, 'cases').filter(({ kind }) => kind === 'tip')

export const wordsOf = ({ _id, body }: TipCase): string => ownSealer().open(body.words, caseContext(_id))

/** The only tip that has these words. */
export function tipSaying(community: Pick<Community, 'data'>, words: string): TipCase {
  const found = tipsIn(community).filter((tip) => wordsOf(tip) === words)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} tips say ${words}`)
  return found[0]
}
