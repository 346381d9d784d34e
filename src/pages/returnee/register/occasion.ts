import type { FamilyMember } from '@contract/people'
import type { OwnRegistration } from '@contract/returnee'
import { readDraft, type Draft, type DraftName } from '@/services/drafts'
import { newSubmission } from '@/services/submission'
import { waitingOf, waitingSubmissions, type WaitingOf } from '@/services/submissions'
import type { KnownFromTip } from '@/services/tipRegistration'
import { blankForm, stepNames, withKnownFromTip, withKnownHousehold, type RegistrationForm } from './form'

/** Why the form is open: to register somebody, to do it for a caller or because of a tip, or to change what was sent. */
export type Occasion =
  | { kind: 'new' | 'telephone' }
  /** To correct one that was not taken. */
  | { kind: 'again'; sent: WaitingOf<'register'> }
  /** By staff who have found somebody. `known` is missing where the form was begun before. */
  | { kind: 'tip'; tip: string; known: KnownFromTip | undefined }
  /** `shown` is the registration as the person has seen it. */
  | { kind: 'amend'; shown: OwnRegistration }

export const draftNameOf = (occasion: Occasion): DraftName => {
  if (occasion.kind === 'amend') return `returnee/amend/${occasion.shown.id}`
  if (occasion.kind === 'again') return `returnee/again/${occasion.sent.input.submission}`
  return occasion.kind === 'tip' ? `returnee/tip/${occasion.tip}` : `returnee/${occasion.kind}`
}

/** What the form begins with. */
export interface Beginning extends Pick<Draft<RegistrationForm>, 'values' | 'step' | 'submission'> {
  /** When the draft it goes on with was saved; null for a fresh form. */
  resumedFrom: string | null
}

const freshValues = (
  occasion: Occasion,
  scannedPlace: string | undefined,
  family: readonly FamilyMember[],
): RegistrationForm => {
  // The purpose of a registration cannot be amended and is not sent again; 'self' only fills the form.
  if (occasion.kind === 'amend') return { purpose: 'self', answers: occasion.shown.answers }
  if (occasion.kind === 'again') return formOf(occasion.sent)
  if (occasion.kind === 'tip') return withKnownFromTip(blankForm('telephone'), occasion.known)
  if (occasion.kind === 'telephone') return withKnownHousehold(blankForm('telephone'), scannedPlace, [])
  return withKnownHousehold(blankForm('self'), scannedPlace, family)
}

const CHECK = stepNames.length - 1

const formOf = ({ input: { purpose, answers } }: WaitingOf<'register'>): RegistrationForm => ({
  purpose,
  answers,
})

/** What was sent and has not arrived, to be looked through once more: under its own id where it was not taken. */
const sentBefore = (occasion: Occasion): Beginning | undefined => {
  if (occasion.kind === 'again') {
    const { input, madeAt } = occasion.sent
    return { values: formOf(occasion.sent), step: CHECK, submission: input.submission, resumedFrom: madeAt }
  }
  if (occasion.kind !== 'amend') return undefined
  const sent = waitingOf('amend', waitingSubmissions()).find(({ input }) => input.case === occasion.shown.id)
  if (!sent) return undefined
  const { input, madeAt, refused } = sent
  const submission = refused ? input.submission : newSubmission()
  return { values: { purpose: 'self', answers: input.answers }, step: CHECK, submission, resumedFrom: madeAt }
}

/** By staff for somebody else, who has no WeChat that could be told. */
export const isByStaff = (occasion: Occasion): boolean =>
  occasion.kind === 'again'
    ? occasion.sent.input.purpose === 'telephone'
    : occasion.kind === 'telephone' || occasion.kind === 'tip'

/** Goes on with a draft where there is one, or with what has not arrived; else fills in what is known. */
export const begin = (
  occasion: Occasion,
  scannedPlace: string | undefined,
  family: readonly FamilyMember[],
): Beginning => {
  const draft = readDraft<RegistrationForm>(draftNameOf(occasion))
  if (draft) {
    const values = withKnownHousehold(draft.values, scannedPlace, [])
    return { ...draft, values, resumedFrom: draft.savedAt }
  }
  return (
    sentBefore(occasion) ?? {
      values: freshValues(occasion, scannedPlace, family),
      step: 0,
      submission: newSubmission(),
      resumedFrom: null,
    }
  )
}
