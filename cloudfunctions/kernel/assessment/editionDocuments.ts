import type { PlaceName } from '@contract/cases'
import type { EditionKind, EditionStatus, Source } from '@contract/editions'
import type { Rule } from '@contract/policyRules'
import type { ReportingRules } from '@contract/reportingRules'
import type { TippingRules } from '@contract/tippingRules'
import type { ListChanges } from '@contract/riskAreas'
import type { RiskArea } from '@contract/riskLevels'
import type { At } from '@contract/roles'
import { collection } from '../cloud'
import type { CollectionName } from '../collections'
import type { Decider } from '../deciders'

type Signed = Decider & { at: Date }

/** A version of a list or of a policy, as stored in `riskLists` or `policies`: what it says never changes. */
export interface EditionDocument {
  /** The submission that proposed it. */
  _id: string
  place: PlaceName
  at: At
  status: EditionStatus
  /** Counted from 1 at its place; null before it is published. */
  number: number | null
  source: Source
  effectiveFrom: Date
  words: string
  /** Of what was sent, see `Sealer.digest`: the same proposal sent twice is one. */
  said: string
  proposed: Signed
  published: Signed | null
  dropped: (Signed & { words: string }) | null
}

export interface RiskListDocument extends EditionDocument {
  areas: RiskArea[]
  /** The list in force when it was proposed, and what it changes of that. */
  base: string | null
  changes: ListChanges
}

export interface PolicyDocument extends EditionDocument {
  name: string
  rules: Rule[]
  /** Absent where it was proposed before households reported. */
  reporting?: ReportingRules
  tipping?: TippingRules
}

export interface EditionOf {
  riskList: RiskListDocument
  policy: PolicyDocument
}

/** What an edition says, besides what every edition has. */
export type ContentOf<Kind extends EditionKind> = Omit<EditionOf[Kind], keyof EditionDocument>

const collectionsOf = { riskList: 'riskLists', policy: 'policies' } as const satisfies Record<
  EditionKind,
  CollectionName
>

export const editionCollection = (kind: EditionKind): 'riskLists' | 'policies' => collectionsOf[kind]

export const editions = <Kind extends EditionKind>(kind: Kind) =>
  collection<EditionOf[Kind]>(collectionsOf[kind])

/** What a place has published: the one in force is found here with one request. As stored in `inForce`. */
export interface InForceDocument {
  /** `<kind>-<place>` */
  _id: string
  kind: EditionKind
  place: string
  /** The newest first; at most {@link PUBLISHED_KEPT}. */
  published: { id: string; number: number; effectiveFrom: Date }[]
}

export const PUBLISHED_KEPT = 20
