import type { PlaceName } from '@contract/cases'
import type { StandsIn } from '@contract/texts'
import type { At } from '@contract/roles'
import type { PostDocument } from '@kernel/caller'
import type { Case } from '@kernel/caseEvents'
import type { Named } from '@kernel/checking/namedIds'
import { collection, command } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { StoredDocument } from '@kernel/sealedTexts'

/** Where texts stand sealed. What stands elsewhere staff have published under their names. */
const sealedIn = ['cases', 'households', 'holds', 'looks', 'staffEvents'] as const

export interface NamedDocument {
  collection: (typeof sealedIn)[number]
  document: StoredDocument
}

/** The documents that an act has named and in which its words may stand, in the order of their naming. Five database requests. */
export async function namedDocuments(ids: readonly string[]): Promise<NamedDocument[]> {
  if (ids.length === 0) return []
  const found = await Promise.all(
    sealedIn.map(async (name) => {
      const { data } = await collection<StoredDocument>(name)
        .where({ _id: command.in([...ids]) })
        .limit(ids.length)
        .get()
      // What is being deleted is there for nobody any more.
      return data.flatMap((document) => (document.deletion ? [] : [{ collection: name, document }]))
    }),
  )
  return found.flat().sort((a, b) => ids.indexOf(a.document._id) - ids.indexOf(b.document._id))
}

/** What a text stands in, as an officer is told: the record or the place, and where that is. */
export interface Whereabouts {
  at: At
  display: string
  standsIn: StandsIn | null
}

/** null where all of it is gone. */
export async function whereaboutsOf(
  { places }: Named,
  found: readonly NamedDocument[],
  account: string,
  now: Date,
): Promise<Whereabouts | null> {
  for (const one of found) {
    const where = await whereIs(one)
    if (where) return where
  }
  // What residents write stands sealed, or no more.
  const { data } = await collection<PostDocument>('staff').where({ openid: account }).limit(1).get()
  const [post] = data
  if (!post) return null
  const place = places[0] && (await findPlace(places[0], now))
  return place ? atPlace(place) : byPost(post)
}

async function whereIs({ collection: name, document }: NamedDocument): Promise<Whereabouts | null> {
  if (name === 'staffEvents') {
    const { data } = await collection<PostDocument>('staff').doc(String(document.post)).get()
    return data && byPost(data)
  }
  const { _id: id, at } = document as unknown as { _id: string; at: At }
  if (name === 'cases') {
    const { kind, subject } = document as unknown as Case
    return { at, display: subject.display, standsIn: { kind, id } }
  }
  if (name === 'households')
    return { at, display: String(document.display), standsIn: { kind: 'household', id } }
  const { place, by } = document as unknown as { place?: PlaceName; by: { name: string } }
  return { at, display: place ? lastOf(place.names) : by.name, standsIn: null }
}

const byPost = ({ at, name }: PostDocument): Whereabouts => ({ at, display: name, standsIn: null })

const atPlace = ({ at, names }: PlaceDocument): Whereabouts => ({
  at,
  display: lastOf(names),
  standsIn: null,
})

const lastOf = (names: readonly string[]): string => names[names.length - 1] ?? ''
