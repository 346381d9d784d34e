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

export const staffRoles = [
  'gridWorker',
  'steward',
  'gateKeeper',
  'communityOfficer',
  'streetOfficer',
  'districtOfficer',
  'inspector',
  'administrator',
] as const

/** What a member of staff may do, at one node of the tree and below it. */
export type StaffRole = (typeof staffRoles)[number]

/**
 * In which capacity somebody acts on a case: as the one whose case it is, as the teller of a tip, whom nobody knows, as
 * staff of its place, or the software itself.
 */
export type Actor = 'owner' | 'teller' | 'system' | StaffRole

/** Those who decide about residents' cases. */
export const caseRoles = [
  'gridWorker',
  'communityOfficer',
  'streetOfficer',
  'districtOfficer',
] as const satisfies StaffRole[]

/** Those who may read them, masked: also who helps in one building, and who inspects. */
export const readerRoles = [...caseRoles, 'steward', 'inspector'] as const satisfies StaffRole[]

/** Those who enter and call for households: also who looks after one building. */
export const householdRoles = [...caseRoles, 'steward'] as const satisfies StaffRole[]

/** Those above a grid: they appoint, confirm and hear appeals. */
export const officerRoles = [
  'communityOfficer',
  'streetOfficer',
  'districtOfficer',
] as const satisfies StaffRole[]

/** Those who say which areas are at risk and what follows from it, for all below their place; always two of them. */
export const policyRoles = ['streetOfficer', 'districtOfficer'] as const satisfies StaffRole[]

/** The levels of places that have a list of risk areas and a policy of their own. */
export const policyLevels = ['district', 'street'] as const satisfies Level[]

/** Those who look after the tree of places and the staff. */
export const keeperRoles = [...officerRoles, 'administrator'] as const satisfies StaffRole[]

const isOneOf =
  <Role extends StaffRole>(roles: readonly Role[]) =>
  (actor: Actor): actor is Role =>
    (roles as readonly Actor[]).includes(actor)

export const isCaseRole = isOneOf(caseRoles)
export const isReaderRole = isOneOf(readerRoles)
export const isHouseholdRole = isOneOf(householdRoles)
export const isOfficerRole = isOneOf(officerRoles)
export const isKeeperRole = isOneOf(keeperRoles)

/** At which levels a role is held. */
export const roleLevels: Record<StaffRole, readonly Level[]> = {
  gridWorker: ['grid'],
  steward: ['building'],
  gateKeeper: ['compound'],
  communityOfficer: ['community'],
  streetOfficer: ['street'],
  districtOfficer: ['district'],
  inspector: ['district', 'street', 'community'],
  administrator: ['district', 'street'],
}

/**
 * Whom each role appoints, moves and suspends, at places below its own (administrators also at their own). Nobody is
 * given what the appointing role does not itself have; administrators appoint everybody but themselves.
 */
export const appoints: Record<StaffRole, readonly StaffRole[]> = {
  gridWorker: [],
  steward: [],
  gateKeeper: [],
  communityOfficer: ['gridWorker', 'steward', 'gateKeeper'],
  streetOfficer: ['communityOfficer', 'gridWorker', 'steward', 'gateKeeper', 'inspector'],
  districtOfficer: ['streetOfficer', 'communityOfficer', 'gridWorker', 'steward', 'gateKeeper', 'inspector'],
  inspector: [],
  administrator: staffRoles,
}

/** Who stands above a role: learns of its many looks, hears appeals against its decisions. */
export const superior: Record<StaffRole, StaffRole | null> = {
  steward: 'gridWorker',
  gateKeeper: 'communityOfficer',
  gridWorker: 'communityOfficer',
  communityOfficer: 'streetOfficer',
  streetOfficer: 'districtOfficer',
  inspector: 'administrator',
  districtOfficer: 'administrator',
  administrator: null,
}

/** Whether one role is reached by going up from the other. */
export const standsAbove = (role: StaffRole, other: StaffRole): boolean => {
  const above = superior[other]
  return above !== null && (above === role || standsAbove(role, above))
}

/** The roles above which one stands. */
export const rolesBelow = (role: StaffRole): StaffRole[] =>
  staffRoles.filter((other) => standsAbove(role, other))
