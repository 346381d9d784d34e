import { placesActions } from '@contract/places'
import { addedBefore } from '@kernel/placeTree/addNode'
import { relocateDue } from '@kernel/placeTree/relocating'
import { serve } from '@kernel/serve'
import { listBelow, listPlaces, showPlace } from './browsePlaces'
import { addPlace, appointResponsible, mergePlaces, movePlace, removePlace, renamePlace } from './editPlaces'
import { listCandidates } from './listCandidates'
import { showCode, showNode } from './showNode'

/** Well below the time that the function is given, which a page in hand may still take. */
const RELOCATED_FOR_MS = 10_000

export const main = serve(
  placesActions,
  {
    list: listPlaces,
    show: showPlace,
    below: listBelow,
    node: showNode,
    add: addPlace,
    rename: renamePlace,
    move: movePlace,
    merge: mergePlaces,
    remove: removePlace,
    appoint: appointResponsible,
    candidates: listCandidates,
    code: showCode,
  },
  {
    timers: { relocate: (now) => relocateDue(now, RELOCATED_FOR_MS) },
    doneBefore: { add: addedBefore },
  },
)
