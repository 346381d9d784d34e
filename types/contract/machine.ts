import type { Actor, StaffRole } from './roles'

/** Who must act next after an event: somebody, nobody (`null`), or as before (`keep`). */
export type NextTodo = Actor | null | 'keep'

export interface Transition<Status extends string> {
  from: readonly Status[]
  /** `same`: the event leaves the status as it was; `back`: to the one in which the case was last at rest. */
  to: Status | 'same' | 'back'
  by: readonly Actor[]
  /** Whether the person must, may or cannot give words (a reason, a question, an answer). */
  words: 'required' | 'optional' | 'none'
  todo: NextTodo
  /** Kept among staff: not shown to the one whose case it is. */
  internal?: true
  /** Adds words to whatever the case has become meanwhile: of two at once both are kept. */
  anyVersion?: true
  /** Only shows the case to somebody: that is no reason to keep it longer. */
  onlyShows?: true
}

/** What can happen to a case of one kind: the buttons of the case page and the checks of the function read this. */
export interface Machine<Status extends string = string, Event extends string = string> {
  kind: string
  statuses: readonly Status[]
  start: { event: string; to: Status; by: readonly Actor[]; todo: Actor }
  events: Readonly<Record<Event, Transition<Status>>>
  /** Whose posts count towards cases of this kind; `readerRoles` where it does not say. */
  readers?: readonly StaffRole[]
}

/** The statuses are given first, so that no event can name one that does not exist. */
export const defineMachine =
  <const Status extends string>(statuses: readonly Status[]) =>
  <Event extends string>(machine: Omit<Machine<Status, Event>, 'statuses'>): Machine<Status, Event> => ({
    statuses,
    ...machine,
  })

/** The event `relocate` of every kind: a case is taken along when its place is moved or merged. */
export const takenAlong = <Status extends string>(statuses: readonly Status[]): Transition<Status> => ({
  from: statuses,
  to: 'same',
  by: ['system'],
  words: 'none',
  todo: 'keep',
  internal: true,
  anyVersion: true,
})

export const isAllowed = <Status extends string>(
  transition: Transition<Status>,
  status: Status,
  actors: readonly Actor[],
): boolean => transition.from.includes(status) && transition.by.some((role) => actors.includes(role))

/** Whether nobody has to act in a status: an event leads there that leaves nothing to do. */
export const isAtRest = <Status extends string>({ events }: Machine<Status>, status: Status): boolean =>
  Object.values<Transition<Status>>(events).some(({ to, todo }) => to === status && todo === null)

/** The events that somebody acting in these capacities may cause now, in the order of the table. */
export const allowedEvents = <Status extends string, Event extends string>(
  machine: Machine<Status, Event>,
  status: Status,
  actors: readonly Actor[],
): Event[] =>
  (Object.keys(machine.events) as Event[]).filter((event) => isAllowed(machine.events[event], status, actors))
