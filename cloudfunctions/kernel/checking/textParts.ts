/** WeChat takes no longer text at a time. */
const CHARACTERS_AT_MOST = 2_500

/**
 * Several texts as few as WeChat takes at a time, each of at most 2,500 characters; nothing but blanks is left out. A text
 * that is longer itself is cut.
 */
export function partsOf(texts: readonly string[]): string[] {
  const parts: string[][] = []
  let room = 0
  for (const piece of texts.filter((text) => text.trim() !== '').flatMap(cut)) {
    const { length } = Array.from(piece)
    // A line break stands between two.
    if (length + 1 > room) {
      parts.push([])
      room = CHARACTERS_AT_MOST + 1
    }
    parts[parts.length - 1]?.push(piece)
    room -= length + 1
  }
  return parts.map((pieces) => pieces.join('\n'))
}

function cut(text: string): string[] {
  const characters = Array.from(text)
  return Array.from({ length: Math.ceil(characters.length / CHARACTERS_AT_MOST) }, (_, index) =>
    characters.slice(index * CHARACTERS_AT_MOST, (index + 1) * CHARACTERS_AT_MOST).join(''),
  )
}
