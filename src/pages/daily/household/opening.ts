import type { InputOf } from '@contract'
import type { householdsActions } from '@contract/households'
import type { FamilyMember } from '@contract/people'
import { readDraft } from '@/services/drafts'
import { newSubmission } from '@/services/submission'
import { newMember } from '../newMember'

/** Who opens a household: the family, or staff for somebody without a phone. */
export type Opener = 'family' | 'staff'

export type OpeningForm = InputOf<typeof householdsActions.open>

export const draftOf = (opener: Opener) => `household/${opener}` as const

const blank = (opener: Opener): OpeningForm => ({
  submission: newSubmission(),
  place: '',
  door: '',
  how: opener === 'staff' ? 'door' : 'self',
  members: [newMember('self')],
})

/** Goes on with a draft where there is one, else fills in where they live as far as it is known. */
export function begin(
  opener: Opener,
  scannedPlace: string | undefined,
  last: FamilyMember['household'] | undefined,
): { values: OpeningForm; resumedFrom: string | null } {
  const draft = readDraft<OpeningForm>(draftOf(opener))
  if (draft) return { values: draft.values, resumedFrom: draft.savedAt }
  const isElsewhere = scannedPlace !== undefined && scannedPlace !== last?.place.id
  const known = isElsewhere ? { place: scannedPlace, door: '' } : { place: last?.place.id, door: last?.door }
  const values = blank(opener)
  return { values: { ...values, place: known.place ?? '', door: known.door ?? '' }, resumedFrom: null }
}
