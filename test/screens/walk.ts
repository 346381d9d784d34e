import type { Phone } from '../journeys/support/browser'

/** One look at a screen on the way. */
export interface Stop {
  /** Names its pictures: `report-fever`. */
  name: string
  /** What the person does since the stop before, until it looks so. */
  act?: (phone: Phone) => Promise<unknown>
}

/** A person opens a page and goes on from there. What is pictured changes nothing for those who come after. */
export interface Walk {
  /** Under which it stands on the contact sheet. */
  feature: string
  /** Whose phone it is. */
  person: string
  /** A page with its query, as in an address. */
  route: string
  /** What the phone keeps from before, by key. */
  keeps?: Record<string, unknown>
  /** Calls do not arrive. */
  offline?: true
  stops: Stop[]
}
