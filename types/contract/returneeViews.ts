import type { Day } from './calendar'
import type { Contact, Instant, PlaceName, TimelineEntry, Todo } from './cases'
import type { Outcome } from './outcome'
import type { PictureAddress, PictureTwins } from './pictures'
import type { Purpose, RegistrationAnswers } from './returneeAnswers'
import type { ReturneeEvent, ReturneeStatus } from './returneeMachine'

/** What every view of one registration has. */
export interface RegistrationView {
  id: string
  kind: 'returnee'
  status: ReturneeStatus
  version: number
  openedAt: Instant
  /** Masked: 张*三. */
  display: string
  place: PlaceName
  answers: RegistrationAnswers
  /** Names of the official codes in the answers. */
  regions: Record<string, string>
  /** What is in force. */
  outcome: Outcome | null
  /** What the rules say, as last assessed; null where there is no policy. */
  expected: Outcome | null
  todo: Todo | null
  timeline: TimelineEntry[]
  contact: Contact | null
}

/** Returned to whoever entered it: the answers are what they typed. */
export interface OwnRegistration extends RegistrationView {
  events: ReturneeEvent[]
}

/** Returned to staff: every secret in the answers is masked. */
export interface RegistrationForReview extends RegistrationView {
  events: ReturneeEvent[]
  purpose: Purpose
  /** Entered on the telephone and decided by the same member of staff. */
  decidedAlone: boolean
  twins: PictureTwins
}

/** A line of "my records". */
export interface OwnRegistrationLine {
  id: string
  status: ReturneeStatus
  version: number
  openedAt: Instant
  name: string
  companions: number
  from: string
  arrivesOn: Day
  outcome: Outcome | null
  expected: Outcome | null
  todo: Todo | null
}

/** The answer to every change: the case as it now is. */
export interface Changed {
  id: string
  status: ReturneeStatus
  version: number
}

/** What a registration ends with. */
export interface Registered extends Changed {
  expected: Outcome | null
  todo: Todo | null
  contact: Contact | null
}

/** Clear text of one registration, for the member of staff who gave a reason. */
export interface Revealed extends Changed {
  answers: RegistrationAnswers
  pictures: PictureAddress[]
}
