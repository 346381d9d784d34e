import { dayOf } from '@contract/calendar'
import type { EditionHead, Signature } from '@contract/editions'
import { directions, type CommunityNumbers, type Direction, type Run } from '@contract/reassessment'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { TagTone } from '../Tag'

const said = staffWords.editions

/** 名单第 3 版, 新名单: what an edition is called. */
export const editionTitle = ({ kind, number }: Pick<EditionHead, 'kind' | 'number'>): string =>
  said.title(said.kind[kind], number)

const isAhead = ({ effectiveFrom }: Pick<EditionHead, 'effectiveFrom'>, now: Date): boolean =>
  new Date(effectiveFrom) > now

/** How an edition stands, as a word with a colour. */
export const editionTag = (head: EditionHead, now: Date): { tone: TagTone; text: string } => {
  if (head.inForce) return { tone: 'good', text: said.inForce }
  if (head.status === 'published' && isAhead(head, now)) return { tone: 'calm', text: said.later }
  return { tone: head.status === 'proposed' ? 'warning' : 'quiet', text: said.status[head.status] }
}

/** From when on it applies; what has passed before it is published means at once. */
export const effectiveText = (head: Pick<EditionHead, 'status' | 'effectiveFrom'>, now: Date): string =>
  head.status === 'proposed' && !isAhead(head, now)
    ? said.effectiveAtOnce
    : said.effective(words.dates.instant(head.effectiveFrom, dayOf(now)))

const signed = ({ name, role, at }: Signature, now: Date): [who: string, when: string] => [
  `${words.registration.role[role]} ${name}`,
  words.dates.instant(at, dayOf(now)),
]

/** Who proposed it, published it or dropped it, and when. */
export const signatureLines = (
  { proposed, published, dropped }: Pick<EditionHead, 'proposed' | 'published' | 'dropped'>,
  now: Date,
): string[] => [
  said.proposedBy(...signed(proposed, now)),
  ...(published ? [said.publishedBy(...signed(published, now))] : []),
  ...(dropped ? [said.droppedBy(...signed(dropped, now), dropped.words)] : []),
]

/** Of all communities together. */
export const totalsOf = (communities: readonly CommunityNumbers[]): Record<Direction, number> => {
  const totals: Record<Direction, number> = { stricter: 0, looser: 0, first: 0 }
  for (const { numbers } of communities) for (const way of directions) totals[way] += numbers[way]
  return totals
}

/** 更严 3 份、更松 1 份; what does not happen is not said. */
export const directionsText = (numbers: Record<Direction, number>): string =>
  directions
    .filter((way) => numbers[way] > 0)
    .map((way) => said.run.direction(said.direction[way], numbers[way]))
    .join(said.run.list)

/** What publishing would do, as far as it has been looked up. */
export const effectText = (forecast: Run | undefined): string => {
  if (!forecast) return said.effect.unknown
  const { status, seen, changed, communities } = forecast
  if (status !== 'done') return said.effect.unfinished(seen)
  if (changed === 0) return said.effect.nobody
  return said.effect.some(changed, directionsText(totalsOf(communities)))
}
