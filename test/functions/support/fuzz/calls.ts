import fc from 'fast-check'
import { contract, schemaFor, type Action, type FeatureName } from '@contract'
import { levels, staffRoles } from '@contract/roles'
import { everyFieldOf } from '@contract/schemaFields'
import { OWNER } from '../accessCases'
import { accessPlaces, divided, serving, suspended } from '../accessWorld'
import { today } from '../registrations'
import { sparePlaces } from './places'
import { inputsOf, type Drawer } from './schemaInputs'
import { hostileEvents, twistsOf, type Twist } from './twists'

/** A call of an action. Its input is drawn from the schema, or is right and about something new at a place. */
export interface ActionCall {
  feature: FeatureName
  action: string
  /** undefined: nobody, as a timer. */
  caller: string | undefined
  input: { drawn: unknown; isCurrent: boolean } | { sampleAt: string }
  /** Which of the hostile files it is about, where it is about one. */
  file: number
  twists: Twist[]
}

/** An event that is no call of an action. */
export interface StrangeEvent {
  feature: FeatureName
  caller: string | undefined
  event: Record<string, unknown>
}

export type FuzzCall = ActionCall | StrangeEvent

export const actionsOf = (feature: FeatureName): Record<string, Action> => contract[feature]

export const fieldsIn = (action: Action): string[] =>
  everyFieldOf(schemaFor(action.input, today)).map(({ path }) => path)

const everybody = [
  ...staffRoles.map(serving),
  ...staffRoles.map(suspended),
  ...staffRoles.map(divided),
  ...[OWNER, 'stranger', undefined],
]

/** Those whom the access of the action may let through are asked more often. */
function callersOf({ access }: Action, residents: readonly string[]): fc.Arbitrary<string | undefined> {
  const roles = 'roles' in access ? access.roles : staffRoles
  const likely =
    access.who === 'anyone' ? [OWNER, ...residents] : [...roles.map(serving), ...roles.map(divided)]
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<string | undefined>(...(likely.length > 0 ? likely : [OWNER])) },
    fc.constantFrom(...residents, ...everybody),
  )
}

/** An edit of the tree takes hold of no place that somebody lives or serves at: the others are asked about it. */
const changesTree = (feature: FeatureName, action: string): boolean =>
  feature === 'places' && ['move', 'merge', 'remove', 'rename', 'appoint', 'add'].includes(action)

const ofSpare = (drawer: Drawer): Drawer => {
  const spare = { place: sparePlaces, to: sparePlaces, into: sparePlaces }
  return {
    ...drawer,
    values: drawer.values.filter((value) => !isPlace(value)),
    named: { ...drawer.named, ...spare },
  }
}

/** Everybody who serves at the places above this one has a say in what lies there. */
const BELOW_ALL = 'household'
const others = levels.flatMap((level) => [level, `other-${level}`])

/** Mostly where whoever asks may do something. */
const samplePlaces = fc.oneof(
  { weight: 2, arbitrary: fc.constant(BELOW_ALL) },
  { weight: 1, arbitrary: fc.constantFrom<string>(...others) },
)

const isPlace = (value: unknown): boolean => accessPlaces.some(({ _id }) => _id === value)

function callsOfAction(
  feature: FeatureName,
  name: string,
  drawer: Drawer,
  residents: readonly string[],
): fc.Arbitrary<ActionCall> {
  const action = actionsOf(feature)[name] as Action
  const drawn = inputsOf(
    schemaFor(action.input, today),
    changesTree(feature, name) ? ofSpare(drawer) : drawer,
  )
  return fc.record(
    {
      feature: fc.constant(feature),
      action: fc.constant(name),
      caller: callersOf(action, residents),
      input: fc.oneof(
        fc.record({ drawn, isCurrent: fc.boolean() }, { noNullPrototype: true }),
        fc.record({ sampleAt: samplePlaces }, { noNullPrototype: true }),
      ),
      file: fc.nat(100),
      twists: twistsOf(fieldsIn(action), drawer.values),
    },
    { noNullPrototype: true },
  )
}

/** Calls of one function, each of its actions as often as any other. */
export function callsOf(
  feature: FeatureName,
  drawer: Drawer,
  residents: readonly string[],
): fc.Arbitrary<FuzzCall> {
  const names = Object.keys(actionsOf(feature))
  const calls = names.map((name) => callsOfAction(feature, name, drawer, residents))
  const strange = fc.record(
    {
      feature: fc.constant(feature),
      // Nobody is a timer: its events are none of these.
      caller: fc.constantFrom(...residents, ...everybody.filter((one) => one !== undefined)),
      event: hostileEvents(names, drawer.values),
    },
    { noNullPrototype: true },
  )
  return fc.oneof({ weight: 15, arbitrary: fc.oneof(...calls) }, strange)
}
