import { covers, type PostDocument } from '../caller'
import { advanced, type Case } from '../caseEvents'
import { writeAdvance } from '../cases'
import { now as clock } from '../clock'
import { collection, command } from '../cloud'
import { holdOver, holdsInForce } from '../deletion/holding'
import type { HoldDocument } from '../deletion/deletionDocuments'
import { machines, roleToAct } from '../machines'
import { placeName, type PlaceDocument } from '../placeDocument'
import { livePlaces } from './livePlaces'
import { A_PAGE, applyPatches, below } from './patching'
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
  for (let first = 0; first < elsewhere.length; first += AT_ONCE) {
    await relocateCases(
      elsewhere.slice(first, first + AT_ONCE).map(({ _id }) => _id),
      places,
    )
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
async function relocateCases(ids: string[], places: Places): Promise<void> {
  const { data } = await cases
    .where({ _id: command.in(ids) })
    .limit(AT_ONCE)
    .get()
  const posts = await postsOf(data.flatMap(({ todo }) => todo?.assignee?.id ?? []))
  const holds = await holdsInForce(clock())
  await Promise.all(
    data.map(async (found) => {
      const place = places.get(found.place.id)
      if (!place || !isElsewhere(found, place)) return
      await keepHeld(found, place, holds)
      await relocateCase(found, place, posts)
    }),
  )
}

/** What a hold on a place keeps it goes on keeping when it leaves the place. */
async function keepHeld(found: Case, { at }: PlaceDocument, holds: HoldDocument[]): Promise<void> {
  const hold = holdOver(found, holds)
  if (!hold || holdOver({ _id: found._id, at }, holds)) return
  await cases.where({ _id: found._id, hold: null }).update({ data: { hold: hold._id } })
}

async function postsOf(ids: string[]): Promise<Map<string, PostDocument>> {
  if (ids.length === 0) return new Map()
  const { data } = await collection<PostDocument>('staff')
    .where({ _id: command.in(ids) })
    .limit(AT_ONCE)
    .get()
  return new Map(data.map((post) => [post._id, post]))
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
