import { placeName } from '@kernel/placeDocument'
import type { Document } from '../../../../local/store/types'
import { accessPlaces } from '../accessWorld'
import { areaOf, rulingDocuments } from '../rulings'

/** A list and a policy in force at the street of the access tests, as that of the demonstration has them. */
export function rulingsAtStreet(): Record<string, Document[]> {
  const street = accessPlaces.find(({ _id }) => _id === 'street')
  if (!street) throw new Error('the access tests have no street')
  const {
    riskLists = [],
    policies = [],
    inForce = [],
  } = rulingDocuments([areaOf('510107', 'high'), areaOf('610113', 'medium')])
  const there = (edition: Document): Document => ({ ...edition, place: placeName(street), at: street.at })
  return {
    riskLists: riskLists.map(there),
    policies: policies.map(there),
    inForce: inForce.map((one) => ({
      ...one,
      _id: String(one._id).replace('qinghe', street._id),
      place: street._id,
    })),
  }
}
