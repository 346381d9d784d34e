import { placesActions } from '@contract/places'
import { serve } from '@kernel/serve'
import { listBelow, listPlaces, showPlace } from './browsePlaces'

export const main = serve(placesActions, { list: listPlaces, show: showPlace, below: listBelow })
