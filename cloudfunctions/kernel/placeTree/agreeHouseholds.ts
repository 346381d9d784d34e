import { now as clock } from '../clock'
import { collection, command } from '../cloud'
import { holdsInForce, keepHeld } from '../deletion/holding'
import type { HouseholdDocument } from '../households/householdDocument'
import { placeName } from '../placeDocument'
import { livePlaces } from './livePlaces'
import { A_PAGE, applyPatches, below } from './patching'
import type { Relocation } from './relocation'
import type { Page } from './relocationRules'
import { atPatch, isEmpty, whereaboutsPatch } from './treeRules'

/** Households are where their place is; what a hold keeps of them it goes on keeping. */
export async function agreeHouseholds(relocation: Relocation): Promise<Page> {
  const { data } = await collection<HouseholdDocument>('households')
    .where({ ...below(relocation), _id: command.gt(relocation.after) })
    .orderBy('_id', 'asc')
    .limit(A_PAGE)
    .field({ days: false, calls: false, members: false })
    .get()
  const places = await livePlaces(data.map(({ place }) => place.id))
  const patches = data.flatMap((found) => {
    const place = places.get(found.place.id)
    if (!place) return []
    const patch = whereaboutsPatch('place', found, placeName(place), place.at)
    return [{ _id: found._id, patch, found, to: place.at }]
  })
  const elsewhere = patches.filter(({ found, to }) => !isEmpty(atPatch(found.at, to)))
  const holds = elsewhere.length > 0 ? await holdsInForce(clock()) : []
  for (const { found, to } of elsewhere) await keepHeld('households', found, to, holds)
  const changed = await applyPatches('households', patches, below(relocation))
  const last = data[data.length - 1]
  return { last: last && data.length === A_PAGE ? last._id : null, changed }
}
