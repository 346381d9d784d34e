import { dayOf, type Day } from '@contract/calendar'
import type { CaseKind, PlaceName, Urgency } from '@contract/cases'
import { isAtRest, type Machine, type NextTodo } from '@contract/machine'
import type { Actor, At } from '@contract/roles'
import type { Counted } from './counts/countRules'
import { chained, type HistoryEvent } from './history'
import { remindedOn } from './reminding'
import { keepUntil, measureEndOf, type Kept } from './retention'
import { ownSealer } from './seal'
import type { Clear } from './sealed'

/** Who must act next. */
export interface CaseTodo {
  role: Actor
  /** The post of the colleague it was handed to. */
  assignee: { id: string; openid: string; name: string; role: Actor } | null
  dueAt: Date
  urgency: Urgency
}

/** The envelope of every case; `Body` is what its kind needs, with every secret in it sealed. */
export interface Case<Body = unknown, Status extends string = string> extends Kept {
  /** The submission that opened it. */
  _id: string
  kind: CaseKind
  status: Status
  version: number
  /** The account whose case it is; null when staff entered it for somebody without one. */
  owner: string | null
  openedAt: Date
  at: At
  place: PlaceName
  /** The person it is about; `display` is a masked copy for lists. */
  subject: { person: string; display: string }
  todo: CaseTodo | null
  /** Official codes of the counties and cities that it has to do with ({@link regionKeys}): a new list looks for them. */
  regions: string[]
  /** The day on which its owner is next reminded of something; null where nothing is left to remind of. */
  remindOn: Day | null
  /**
   * The keyed hash of what it may have in common with others: of a tip, its plate. It changes with the keys, so that no event
   * covers it; missing where there is nothing.
   */
  foundBy?: string
  /** Since when it is something else than it was counted as; missing while it is counted as it is. */
  uncounted?: Date
  /** Missing until it has been counted for the first time. */
  counted?: Counted
  /** What lists show of it. */
  brief: Record<string, string | number>
  body: Body
  history: HistoryEvent[]
}

/** Somebody acting on a case: in which capacity, from which account, by which name (staff only). */
export type By = HistoryEvent['by']

export interface Happening {
  at: Date
  submission: string
  digest: string
  by: By
  /** As said; sealed here, for this event alone. */
  words?: Clear | null
  detail?: HistoryEvent['detail']
  before?: unknown
}

/** What an event changes besides status, version and history. */
export type Changes<Body> = Partial<
  Pick<Case<Body>, 'at' | 'place' | 'subject' | 'regions' | 'brief' | 'body'>
>

/** The document that the sealed texts of a case belong to. */
export const caseContext = (id: string): string => `cases/${id}`

/** Words belong to one event: those of two cannot change places. */
export const wordsContext = (id: string, { submission }: Pick<HistoryEvent, 'submission'>): string =>
  `${caseContext(id)}#${submission}`

const happened = (id: string, event: string, from: string | null, to: string, what: Happening) => ({
  at: what.at,
  submission: what.submission,
  digest: what.digest,
  event,
  from,
  to,
  by: what.by,
  words: what.words ? ownSealer().seal(what.words, wordsContext(id, what)) : null,
  detail: what.detail ?? null,
  before: what.before ?? null,
})

export type Opening<Body> = Omit<
  Case<Body>,
  'kind' | 'status' | 'version' | 'openedAt' | 'todo' | 'history' | 'remindOn' | keyof Kept
>

/** A new case in the machine's first status, with its first event. */
export const opened = <Body, Status extends string>(
  machine: Machine<Status>,
  opening: Opening<Body>,
  dueAt: Date,
  what: Happening,
  urgency: Urgency = 0,
): Case<Body, Status> => {
  const { event, to, todo } = machine.start
  const kind = machine.kind as CaseKind
  const fresh = {
    ...opening,
    kind,
    status: to,
    version: 1,
    openedAt: what.at,
    todo: { role: todo, assignee: null, dueAt, urgency },
    remindOn: null,
    keepUntil: keepUntil({ kind, lastEventAt: what.at, measureEnd: null, isUnwanted: false }),
    eraseWanted: false,
    hold: null,
    deletion: null,
    uncounted: what.at,
  }
  return { ...fresh, history: [chained(fresh, [], happened(opening._id, event, null, to, what))] }
}

/** The fields that an event writes: everything a conditional update sets, and the one entry it appends. */
export interface Advance<Body, Status extends string> {
  set: Changes<Body> & {
    status: Status
    version: number
    todo: CaseTodo | null
    remindOn?: Day | null
    keepUntil: Date
  }
  entry: HistoryEvent
}

interface Next {
  /** Where the todo is kept: only to be given when it is due at another time than before. */
  dueAt?: Date
  /** Who acts next, where that is for the event to say and not for the table alone. */
  role?: Actor
  /** By default 0, or, where the todo is kept, as before. */
  urgency?: Urgency
  /** null takes it from whoever it was handed to. */
  assignee?: CaseTodo['assignee']
}

/** What `event` makes of a case. `dueAt` is needed where the machine says that somebody must act next. */
export const advanced = <Body, Status extends string, Event extends string>(
  machine: Machine<Status, Event>,
  current: Case<Body, Status>,
  event: Event,
  what: Happening,
  next: Next & { changes?: Changes<Body> } = {},
): Advance<Body, Status> => {
  const { todo, onlyShows } = machine.events[event]
  const status = statusAfter(machine, current, event)
  const after = nextTodo(todo, current.todo, next)
  const set = {
    ...next.changes,
    status,
    version: current.version + 1,
    todo: after,
    ...(next.changes?.body ? remindedOn(current, next.changes.body, dayOf(what.at)) : {}),
    keepUntil: onlyShows
      ? current.keepUntil
      : keptAfter(current, what, next.changes?.body ?? current.body, after),
  }
  const happening = happened(current._id, event, current.status, status, what)
  return { set, entry: chained({ ...current, ...set }, current.history, happening) }
}

/** What the software does by itself gives nobody a reason to keep a case longer. */
const keptAfter = (
  { kind, keepUntil: before, eraseWanted }: Case,
  { at, by }: Happening,
  body: unknown,
  todo: CaseTodo | null,
): Date =>
  by.actor === 'system'
    ? before
    : keepUntil({
        kind,
        lastEventAt: at,
        measureEnd: measureEndOf(body),
        isUnwanted: eraseWanted && todo === null,
      })

/** The same case in other hands. Whatever its kind it can be handed on: nothing about it is decided by that. */
export const handedOn = <Body, Status extends string>(
  current: Case<Body, Status>,
  todo: CaseTodo,
  what: Happening,
): Advance<Body, Status> => {
  const { status, version, body } = current
  const set = {
    status,
    version: version + 1,
    todo,
    keepUntil: keptAfter(current, what, body, todo),
  }
  const happening = happened(current._id, 'reassign', status, status, what)
  return { set, entry: chained({ ...current, ...set }, current.history, happening) }
}

const statusAfter = <Body, Status extends string, Event extends string>(
  machine: Machine<Status, Event>,
  { status, history }: Case<Body, Status>,
  event: Event,
): Status => {
  const { to } = machine.events[event]
  if (to === 'same') return status
  if (to !== 'back') return to
  const rested = history.map((entry) => entry.to as Status).filter((past) => isAtRest(machine, past))
  const last = rested.at(-1)
  if (!last) throw new Error('the case has never been at rest')
  return last
}

const nextTodo = (rule: NextTodo, current: CaseTodo | null, next: Next): CaseTodo | null => {
  if (rule === null || (rule === 'keep' && !current)) return null
  const dueAt = next.dueAt ?? (rule === 'keep' ? current?.dueAt : undefined)
  if (!dueAt) throw new Error('somebody must act next, but no time was set')
  const assignee = next.assignee === undefined ? (current?.assignee ?? null) : next.assignee
  const role = next.role ?? (rule === 'keep' ? (current as CaseTodo).role : rule)
  // What was handed to a colleague stays with the colleague, also when it comes back from the resident.
  const urgency = next.urgency ?? (rule === 'keep' ? (current as CaseTodo).urgency : 0)
  return { role: role === 'owner' || !assignee ? role : assignee.role, assignee, dueAt, urgency }
}
