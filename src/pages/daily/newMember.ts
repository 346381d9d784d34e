import type { MemberDraft, MemberRelation } from '@contract/households'

/** Nobody yet. The relation stays unanswered until one is chosen, which the schema refuses. */
export const newMember = (relation: MemberRelation | '' = ''): MemberDraft =>
  ({ name: '', phone: '', relation, document: { kind: 'residentId', number: '' } }) as MemberDraft
