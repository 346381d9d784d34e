import type { IdentityDocumentKind } from './fields'
import type { Duty } from './duties'
import type { Actor, Level } from './roles'

/** Kinds of case that exist so far. */
export const caseKinds = ['returnee', 'healthAlert', 'tip', 'lookAlert', 'textCheck'] as const
export type CaseKind = (typeof caseKinds)[number]

/** An instant on the wire, ISO 8601 in UTC. */
export type Instant = string

/** One thing that happened to a case, as its people may read it. */
export interface TimelineEntry {
  at: Instant
  event: string
  from: string | null
  to: string
  actor: Actor
  /** The member of staff by name; null for the person whose case it is. */
  name: string | null
  /** What was said: the reason, question or answer. */
  words: string | null
  /** What the event decided, by its kind: the measure and its days, the colleague a case went to. */
  detail: Record<string, string | number> | null
}

/** 1 is what cannot wait for its turn: it stands above everything that can, however overdue that is. */
export const urgencies = [0, 1] as const
export type Urgency = (typeof urgencies)[number]

/** Who acts next, and by when. */
export interface Todo {
  role: Actor
  /** The colleague it was handed to, if it was. */
  assignee: { id: string; name: string } | null
  dueAt: Instant
}

/** Whom a resident may call about a case. */
export interface Contact {
  name: string
  duty: Duty
  phone: string
}

/** A node of the tree with the names from the top down to itself. */
export interface PlaceName {
  id: string
  level: Level
  names: string[]
}

export interface IdentityDocument {
  kind: IdentityDocumentKind
  number: string
}
