import { collection, command } from '../cloud'
import type { PersonDocument } from '../people'
import { placeName } from '../placeDocument'
import { livePlaces } from './livePlaces'
import { A_PAGE, applyPatches, below } from './patching'
import type { Relocation } from './relocation'
import type { Page } from './relocationRules'
import { householdPatch } from './treeRules'

/** People are where their household's place is. */
export async function agreePeople(relocation: Relocation): Promise<Page> {
  const { data } = await collection<PersonDocument>('people')
    .where({ ...below(relocation), _id: command.gt(relocation.after) })
    .orderBy('_id', 'asc')
    .limit(A_PAGE)
    .get()
  const places = await livePlaces(data.map(({ household }) => household.place.id))
  const patches = data.flatMap((person) => {
    const place = places.get(person.household.place.id)
    return place ? { _id: person._id, patch: householdPatch(person, placeName(place), place.at) } : []
  })
  const changed = await applyPatches('people', patches, below(relocation))
  const last = data[data.length - 1]
  return { last: last && data.length === A_PAGE ? last._id : null, changed }
}
