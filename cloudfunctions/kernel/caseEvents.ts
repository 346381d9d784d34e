import type { CaseKind, PlaceName } from '@contract/cases'
import type { Machine, NextTodo } from '@contract/machine'
import type { Actor, At } from '@contract/roles'
import { chained, type HistoryEvent } from './history'
import type { Sealed } from './sealed'

/** Who must act next. */
export interface CaseTodo {
  role: Actor
  /** The post of the colleague it was handed to. */
  assignee: { id: string; openid: string; name: string; role: Actor } | null
  dueAt: Date
}

/** The envelope of every case; `Body` is what its kind needs, with every secret in it sealed. */
export interface Case<Body = unknown, Status extends string = string> {
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
  words?: Sealed | null
  detail?: HistoryEvent['detail']
  before?: unknown
}

/** What an event changes besides status, version and history. */
export type Changes<Body> = Partial<Pick<Case<Body>, 'at' | 'place' | 'subject' | 'brief' | 'body'>>

const happened = (event: string, from: string | null, to: string, what: Happening) => ({
  at: what.at,
  submission: what.submission,
  digest: what.digest,
  event,
  from,
  to,
  by: what.by,
  words: what.words ?? null,
  detail: what.detail ?? null,
  before: what.before ?? null,
})

export type Opening<Body> = Omit<Case<Body>, 'kind' | 'status' | 'version' | 'openedAt' | 'todo' | 'history'>

/** A new case in the machine's first status, with its first event. */
export const opened = <Body, Status extends string>(
  machine: Machine<Status>,
  opening: Opening<Body>,
  dueAt: Date,
  what: Happening,
): Case<Body, Status> => {
  const { event, to, todo } = machine.start
  return {
    ...opening,
    kind: machine.kind as CaseKind,
    status: to,
    version: 1,
    openedAt: what.at,
    todo: { role: todo, assignee: null, dueAt },
    history: [chained(opening._id, [], happened(event, null, to, what))],
  }
}

/** The fields that an event writes: everything a conditional update sets, and the one entry it appends. */
export interface Advance<Body, Status extends string> {
  set: Changes<Body> & { status: Status; version: number; todo: CaseTodo | null }
  entry: HistoryEvent
}

interface Next {
  dueAt?: Date
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
  const { to, todo } = machine.events[event]
  const status = to === 'same' ? current.status : to
  return {
    set: {
      ...next.changes,
      status,
      version: current.version + 1,
      todo: nextTodo(todo, current.todo, next),
    },
    entry: chained(current._id, current.history, happened(event, current.status, status, what)),
  }
}

const nextTodo = (rule: NextTodo, current: CaseTodo | null, next: Next): CaseTodo | null => {
  if (rule === null || (rule === 'keep' && !current)) return null
  const dueAt = rule === 'keep' ? current?.dueAt : next.dueAt
  if (!dueAt) throw new Error('somebody must act next, but no time was set')
  const assignee = next.assignee === undefined ? (current?.assignee ?? null) : next.assignee
  const role = rule === 'keep' ? (current as CaseTodo).role : rule
  // What was handed to a colleague stays with the colleague, also when it comes back from the resident.
  return { role: role === 'owner' || !assignee ? role : assignee.role, assignee, dueAt }
}
