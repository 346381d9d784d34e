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

type Standing = Pick<TipForReview, 'status' | 'events' | 'waitsForMe'>

export const footerDeeds = ({ status, events, waitsForMe }: Standing): TipDeedName[] => {
  const deeds = deedsOf(events)
  if (atEnd.includes(status)) return []
  // Whoever it waits for has opened it by opening the page.
  const taking: TipDeedName[] = events.includes('see') && !waitsForMe ? ['see'] : []
  return [...deciding.filter((name) => deeds.includes(name)), ...taking]
}
