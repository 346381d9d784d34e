import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import type { CaseKind, Instant, PlaceName } from './cases'
import * as field from './fields'

/** Why something cannot be deleted yet: somebody must still act on it, its measure is in force, it is held as evidence. */
export type Obstacle = 'open' | 'measure' | 'hold'

/** One's own case, as far as its deletion goes. */
export interface OwnCase {
  id: string
  kind: CaseKind
  openedAt: Instant
  place: PlaceName
  /** When it is deleted without anybody asking. */
  keepUntil: Instant
  /** null when it can be deleted now. */
  obstacle: Obstacle | null
  /** The last day of the measure in force, or of the hold; null where no day is known. */
  until: Day | null
  /** The person has asked for it: it goes as soon as nothing stands against it. */
  eraseWanted: boolean
}

/** What is stored about the caller. */
export interface MyData {
  cases: OwnCase[]
  /** People of the family that are remembered for the next form. */
  people: number
  /** Households that the caller reports for, and how many people these have. */
  households: { number: number; people: number }
  pictures: number
  /** How often staff have looked at the clear text, or found it by a number. */
  looks: number
  /** Outbreaks that are over where the caller's cases are: the day on which all goes. */
  lifts: { place: PlaceName; endsAt: Instant }[]
}

/** A spreadsheet with everything about the caller, to be fetched for ten minutes. */
export interface Exported {
  address: string
  until: Instant
}

export interface Erased {
  /** Of the certificate that shows it; null when there was nothing that could go now. */
  certificate: number | null
  cases: number
  /** Households that the caller reports for no more; those that nobody else reports for go within the hour. */
  households: number
  stays: OwnCase[]
}

/** So many exports of one account may lie ready at a time. */
export const EXPORTS_AT_ONCE = 3

export const EXPORT_MINUTES = 10

/** PIPL art. 45: to see and to copy; art. 47: to have deleted. */
export const myDataActions = {
  show: action<MyData>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  export: action<Exported>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  /** Deletes at once what nothing stands against, and the rest as soon as nothing does. Sent twice it is answered the same. */
  erase: action<Erased>()({
    access: { who: 'anyone' },
    input: v.strictObject({ submission: field.submissionId }),
  }),
}
