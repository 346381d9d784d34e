const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase()

/** How often each pair of neighbouring characters occurs. */
function pairsIn(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  const characters = Array.from(text)
  characters.slice(1).forEach((character, index) => {
    const pair = `${characters[index]}${character}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  })
  return pairs
}

const total = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0)

/**
 * How alike two texts are, in per cent: the pairs of neighbouring characters that they share, of all they have (Dice's
 * coefficient). Chinese needs no words cut out for that; signs and spaces do not count.
 */
export const likeness = (one: string, other: string): number => {
  const [a, b] = [lettersAndDigits(one), lettersAndDigits(other)]
  if (a === b) return a === '' ? 0 : 100
  const [pairs, others] = [pairsIn(a), pairsIn(b)]
  const all = total(pairs) + total(others)
  const shared = [...pairs].reduce((sum, [pair, count]) => sum + Math.min(count, others.get(pair) ?? 0), 0)
  return all === 0 ? 0 : Math.round((200 * shared) / all)
}

/** A door as it is compared: its numbers, whatever stands between them; where there are none, all that was written. */
const doorOf = (where: string): string =>
  where.normalize('NFKC').match(/\d+/g)?.join('-') ?? lettersAndDigits(where)

/** Whether two descriptions name the same door of a building. */
export const isSameDoor = (one: string, other: string): boolean =>
  one !== '' && other !== '' && doorOf(one) === doorOf(other)
