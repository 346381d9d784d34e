import { inboxActions } from './inbox'
import { peopleActions } from './people'
import { picturesActions } from './pictures'
import { placesActions } from './places'
import { returneeActions } from './returnee'

/** Everything a phone can ask, by function and action. What is not here cannot be called. */
export const contract = {
  people: peopleActions,
  places: placesActions,
  pictures: picturesActions,
  returnee: returneeActions,
  inbox: inboxActions,
}

export type Contract = typeof contract
export type FeatureName = keyof Contract

/** The event of every function. */
export interface FunctionEvent {
  action: string
  input: unknown
}

export * from './action'
