import * as v from 'valibot'
import type { Day } from './calendar'
import type { Instant, PlaceName } from './cases'
import { fault } from './faults'
import * as field from './fields'
import type { StaffRole } from './roles'

/** A list of risk areas or a policy is replaced as a whole, by its next edition. */
export const editionKinds = ['riskList', 'policy'] as const
export type EditionKind = (typeof editionKinds)[number]

/** Proposed by one officer; published, or dropped, by another (whoever proposed it may also drop it). It never changes. */
export const editionStatuses = ['proposed', 'published', 'dropped'] as const
export type EditionStatus = (typeof editionStatuses)[number]

/** Who published it first, where, and on which day. */
export interface Source {
  text: string
  /** Where it can be read; '' where it cannot. */
  link: string
  publishedOn: Day
}

export interface Signature {
  name: string
  role: StaffRole
  at: Instant
}

/** An edition without what it says. */
export interface EditionHead {
  id: string
  kind: EditionKind
  /** The office for which it is published: it applies to everything below. */
  place: PlaceName
  status: EditionStatus
  /** Counted from 1 at its place; null before it is published. */
  number: number | null
  source: Source
  effectiveFrom: Instant
  /** Why there is a new one. */
  words: string
  proposed: Signature
  published: Signature | null
  dropped: (Signature & { words: string }) | null
  /** Whether it is the one that applies now. */
  inForce: boolean
  /** Whether the caller may publish it: somebody else proposed it. */
  mayPublish: boolean
}

export interface EditionPage {
  editions: EditionHead[]
  /** To go on with; null on the last page. */
  next: string | null
}

/** What one says of a new edition besides its content. */
export const declared = {
  submission: field.submissionId,
  place: field.placeId,
  source: v.strictObject({
    text: field.saidText(60),
    link: v.pipe(
      field.text(300),
      v.check((typed) => typed === '' || /^https?:\/\/\S+$/.test(typed), fault('link')),
    ),
    publishedOn: field.day,
  }),
  /** From then on it applies; an instant that has passed means at once. */
  effectiveFrom: field.instant,
  words: field.saidText(300),
}

export type Declared = v.InferOutput<v.StrictObjectSchema<typeof declared, undefined>>

/** How far ahead an edition may be dated, in days. */
export const effectiveDaysAhead = 30

/** Of one kind, at one place, waiting for a second officer. */
export const proposalsAtMost = 5

/** Stands for what a person has been shown: only that is proposed. */
export const digest = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, fault('notAChoice')))

export const onEdition = { place: field.placeId, edition: field.submissionId }
