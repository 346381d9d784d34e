import { SIMILAR_HOURS, type SimilarTip } from '@contract/tips'
import type { TipStatus } from '@contract/tipMachine'
import { collection, command } from '../cloud'
import { maskNumbers } from '../masking'
import { isSameDoor, likeness } from './likenessRules'
import { openedIn, samePlace, type TipCase } from './tip'

const cases = collection<TipCase>('cases')

const READ_AT_MOST = 50
const SHOWN_AT_MOST = 10

/** From so many per cent on the same words may tell of the same. */
const LIKE = 50

const SPAN_MS = SIMILAR_HOURS * 3_600_000

/** What two tips are compared by. */
export type Compared = Pick<TipCase, '_id' | 'at' | 'openedAt' | 'body'>

/**
 * Tips of the same place, told within {@link SIMILAR_HOURS} of this one, that may be about the same: same plate, same door, or
 * similar words; the likest first. Those that were joined to another are seen there. One database request.
 */
export async function similarTo(tip: Compared): Promise<SimilarTip[]> {
  const joined: TipStatus = 'joined'
  const [since, until] = [-SPAN_MS, SPAN_MS].map((span) => new Date(tip.openedAt.getTime() + span))
  const { data } = await cases
    .where({
      ...samePlace(tip.at),
      kind: 'tip',
      openedAt: command.gte(since).and(command.lte(until)),
      deletion: null,
    })
    .orderBy('openedAt', 'desc')
    .limit(READ_AT_MOST)
    .field({ history: false })
    .get()
  const others = data.filter(({ _id, status }) => _id !== tip._id && status !== joined)
  return comparedTo(tip, others)
    .filter(({ samePlate, sameWhere, likeness: like }) => samePlate || sameWhere || like >= LIKE)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, SHOWN_AT_MOST)
}

const weight = ({ samePlate, sameWhere, likeness: like }: SimilarTip): number =>
  (samePlate ? 200 : 0) + (sameWhere ? 200 : 0) + like

/** Other tips as staff see them beside this one, in the same order. */
export function comparedTo(tip: Compared, others: readonly TipCase[]): SimilarTip[] {
  const own = textsOf(tip)
  return others.map((other) => {
    const { _id: id, version, status, openedAt, body } = other
    const texts = textsOf(other)
    return {
      ...{ id, version, status, kindName: body.kindName, toldAt: openedAt.toISOString() },
      words: maskNumbers(texts.words),
      samePlate: own.plate !== '' && own.plate === texts.plate,
      sameWhere: isSameHome(tip, other) && isSameDoor(own.where, texts.where),
      likeness: likeness(own.words, texts.words),
    }
  })
}

const textsOf = ({ _id, body }: Pick<TipCase, '_id' | 'body'>) => ({
  words: openedIn(_id, body.words),
  where: openedIn(_id, body.where),
  plate: openedIn(_id, body.plate),
})

/** A door belongs to its building, or to the compound where neither says which building. */
const isSameHome = ({ at: one }: Compared, { at: other }: Compared): boolean =>
  one.compound === other.compound && one.building === other.building
