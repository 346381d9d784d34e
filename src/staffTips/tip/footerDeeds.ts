import type { TipForReview } from '@contract/tips'
import type { TipDeedName } from '@/words/tipWork'
import { deedsOf } from './tipDeed'

/** What brings a tip to its end; of two the second is what most come to. */
const deciding: readonly TipDeedName[] = [
  'ask',
  'visit',
  'accuse',
  'condemn',
  'uphold',
  'pardon',
  'clear',
  'separate',
]

/** Of what has ended already only the tools speak. */
const atEnd: readonly TipForReview['status'][] = [
  'confirmed',
  'known',
  'unfounded',
  'undetermined',
  'malicious',
]

export const footerDeeds = ({ status, events }: Pick<TipForReview, 'status' | 'events'>): TipDeedName[] => {
  const deeds = deedsOf(events)
  return atEnd.includes(status) ? [] : deciding.filter((name) => deeds.includes(name))
}
