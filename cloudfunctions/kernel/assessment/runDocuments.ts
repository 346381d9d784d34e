import type { Direction } from '@contract/reassessment'
import type { EditionKind } from '@contract/editions'
import type { Outcome } from '@contract/outcome'
import type { At } from '@contract/roles'
import { collection } from '../cloud'

/**
 * Looking at everybody whom an edition may change, as stored in `runs`. It goes code by code and, within one, from the
 * case opened first to the one opened last; killed anywhere, it goes on from what it has noted.
 */
export interface RunDocument {
  /** `<purpose>-<edition>` */
  _id: string
  edition: string
  kind: EditionKind
  /** Of the edition; 0 before it is published. */
  number: number
  purpose: 'forecast' | 'reassessment'
  place: { id: string; level: 'district' | 'street' }
  status: 'waiting' | 'running' | 'done'
  /** Not before: when the edition comes into force. */
  startsAt: Date
  /** Official codes to look for; null for everybody (a policy changes what applies to whoever was nowhere at risk). */
  codes: string[] | null
  /** Only cases opened within, by when the stays that matter were. */
  openedFrom: Date
  openedTo: Date
  /** How often everything has been gone through, and when that was last begun. */
  sweep: number
  sweptFrom: Date | null
  /** Where it is: everything of this code up to this case has been seen. */
  step: number
  after: { openedAt: Date; id: string } | null
  seen: number
  changed: number
  total: number
  /** By community and direction. */
  numbers: Record<string, { name: string; numbers: Record<Direction, number> }>
  /** By grid whose worker has not been told: in how many cases staff must act, and by when in the first. */
  todos: Record<string, { cases: number; dueAt: Date }>
  beganAt: Date | null
  endedAt: Date | null
  /** Those who have waited longest come first. */
  turnAt: Date
  /** Rises by one whenever something is noted: of two who go on with the same run one notes. */
  version: number
}

/** One case that an edition would change or has changed, as stored in `affected`: nothing about a person but the case's id. */
export interface AffectedDocument {
  /** `<run>-<case>` */
  _id: string
  run: string
  case: string
  at: At
  direction: Direction
  before: Omit<Outcome, 'basis'> | null
  after: Omit<Outcome, 'basis'>
  /** They are for the decision at hand, and go. */
  removeAt: Date
}

export const runs = collection<RunDocument>('runs')
export const affected = collection<AffectedDocument>('affected')
