import type { IdentityDocument, PlaceName } from '@contract/cases'
import type { At } from '@contract/roles'

/** A person of a household, as stored in `people`. All but the masked name is sealed; keyed hashes find exact values. */
export interface PersonDocument {
  _id: string
  /** The account that may register them again; null when staff entered them for somebody without one. */
  owner: string | null
  /** The case whose answers name them. */
  case: string
  /** Where the household is, as the case has it. */
  at: At
  household: { place: PlaceName; door: string }
  display: string
  name: string
  phone: string
  document: IdentityDocument
  phoneKey: string
  documentKey: string
  lastUsedAt: Date
}

/** The document that a person's sealed texts belong to. */
export const personContext = (id: string): string => `people/${id}`
