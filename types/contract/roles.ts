/** The tree of places, widest first. */
export const levels = [
  'district',
  'street',
  'community',
  'grid',
  'compound',
  'building',
  'unit',
  'household',
] as const

export type Level = (typeof levels)[number]

/** Where something is: the id of the node at each level, as far down as it is known. */
export type At = Partial<Record<Level, string>>

export const staffRoles = ['gridWorker', 'communityOfficer', 'streetOfficer', 'administrator'] as const

/** What a member of staff may do, at one node of the tree and below it. */
export type StaffRole = (typeof staffRoles)[number]

/** In which capacity somebody acts on a case: as the one whose case it is, or as staff of its place. */
export type Actor = 'owner' | StaffRole

/** Those who handle residents' cases; an administrator looks after places and staff only. */
export const caseRoles = ['gridWorker', 'communityOfficer', 'streetOfficer'] as const satisfies StaffRole[]

export const isCaseRole = (role: Actor): role is (typeof caseRoles)[number] =>
  (caseRoles as readonly Actor[]).includes(role)
