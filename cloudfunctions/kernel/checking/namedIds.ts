const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NAMED_AT_MOST = 50

/** What an act names, and where. */
export interface Named {
  /** Of cases, households and acts: a text that came with them stands in one of these, or in what they opened. */
  ids: string[]
  /** Of nodes of the tree. */
  places: string[]
}

/** The ids in an input and its answer, those of the input first. */
export function namedIn(...said: readonly unknown[]): Named {
  const ids = new Set<string>()
  const places = new Set<string>()
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (UUID.test(value)) ids.add(value)
      else if (key === 'place') places.add(value)
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) visit(inner, name)
  }
  said.forEach((one) => visit(one, ''))
  return { ids: [...ids].slice(0, NAMED_AT_MOST), places: [...places].slice(0, NAMED_AT_MOST) }
}
