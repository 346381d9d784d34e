import { covers, type PostDocument } from '../caller'
import { advanced, type Case } from '../caseEvents'
import { writeAdvance } from '../cases'
import { now as clock } from '../clock'
import { collection, command } from '../cloud'
import { holdsInForce, keepHeld } from '../deletion/holding'
import type { HoldDocument } from '../deletion/deletionDocuments'
import { machines, roleToAct } from '../machines'
import { placeName, type PlaceDocument } from '../placeDocument'
import { livePlaces } from './livePlaces'
import { A_PAGE, applyPatches, below } from './patching'
import { postsById } from './postsById'
import type { Relocation } from './relocation'
import type { Page } from './relocationRules'
import { atPatch, isEmpty, whereaboutsPatch } from './treeRules'

/** So many whole cases, with their histories, are held and written at once. */
const AT_ONCE = 20

const cases = collection<Case>('cases')

type Places = Map<string, PlaceDocument>

/**
 * Cases are where their place is. One that lies elsewhere now has an event more; one whose place is only called otherwise
 * is shown by the new name, and its history tells the old one.
 */
export async function agreeCases(relocation: Relocation): Promise<Page> {
  const { data } = await cases
    .where({ ...below(relocation), _id: command.gt(relocation.after) })
    .orderBy('_id', 'asc')
    .limit(A_PAGE)
    .field({ body: false, history: false })
    .get()
  const here = data.filter(({ deletion }) => !deletion)
  const places = await livePlaces(here.map(({ place }) => place.id))
  const [elsewhere, others] = parted(here, (found) => isElsewhere(found, places.get(found.place.id)))
  const holds = elsewhere.length > 0 ? await holdsInForce(clock()) : []
  for (let first = 0; first < elsewhere.length; first += AT_ONCE) {
    const ids = elsewhere.slice(first, first + AT_ONCE).map(({ _id }) => _id)
    await relocateCases(ids, places, holds)
  }
  const renamed = others.flatMap((found) => {
    const place = places.get(found.place.id)
    return place
      ? { _id: found._id, patch: whereaboutsPatch('place', found, placeName(place), place.at) }
      : []
  })
  const changed = elsewhere.length + (await applyPatches('cases', renamed, below(relocation)))
  const last = data[data.length - 1]
  return { last: last && data.length === A_PAGE ? last._id : null, changed }
}

const parted = <T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
]

const isElsewhere = ({ at, place: { id } }: Case, place: PlaceDocument | undefined): boolean =>
  place !== undefined && (place._id !== id || !isEmpty(atPatch(at, place.at)))

/** Whoever changes one of them at this moment is quicker, and the next sweep finds it. */
async function relocateCases(ids: string[], places: Places, holds: HoldDocument[]): Promise<void> {
  const { data } = await cases
    .where({ _id: command.in(ids) })
    .limit(AT_ONCE)
    .get()
  const posts = await postsById(data.flatMap(({ todo }) => todo?.assignee?.id ?? []))
  await Promise.all(
    data.map(async (found) => {
      const place = places.get(found.place.id)
      if (!place || !isElsewhere(found, place)) return
      await keepHeld('cases', found, place.at, holds)
      await relocateCase(found, place, posts)
    }),
  )
}

async function relocateCase(
  found: Case,
  place: PlaceDocument,
  posts: Map<string, PostDocument>,
): Promise<void> {
  const assignee = found.todo?.assignee ?? null
  const post = assignee && posts.get(assignee.id)
  const isLost = assignee !== null && !(post?.active && covers(post, place.at))
  const happening = {
    at: clock(),
    submission: `relocate-${found.version + 1}`,
    digest: '',
    by: { actor: 'system' as const, account: '', name: null },
    detail: { from: found.place.names.join(' '), to: place.names.join(' ') },
  }
  const advance = advanced(machines[found.kind], found, 'relocate', happening, {
    changes: { at: place.at, place: placeName(place) },
    ...(isLost ? { assignee: null, role: roleToAct(found) } : {}),
  })
  await writeAdvance(found, advance)
}
