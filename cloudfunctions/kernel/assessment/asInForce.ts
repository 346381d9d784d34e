import { indexAreas, type ListInForce, type PolicyInForce } from '@contract/assessment'
import type { EditionKind } from '@contract/editions'
import { usualReporting } from '@contract/reportingRules'
import { usualTipping } from '@contract/usualTipping'
import type { PolicyDocument, RiskListDocument } from './editionDocuments'

/** The document that says what of one kind a place has published. */
export const inForceId = (kind: EditionKind, place: string): string => `${kind}-${place}`

export const asListInForce = ({ _id, number, source, areas }: RiskListDocument): ListInForce => ({
  id: _id,
  number: number ?? 0,
  publishedOn: source.publishedOn,
  source: source.text,
  areas: indexAreas(areas),
})

export const asPolicyInForce = ({
  _id,
  number,
  name,
  rules,
  reporting = usualReporting,
  tipping = usualTipping,
}: PolicyDocument): PolicyInForce => ({
  id: _id,
  number: number ?? 0,
  name,
  rules,
  reporting,
  tipping,
})
