import { staffRoles, standsAbove, type Actor, type StaffRole } from '@contract/roles'

/** Whether one of these stands above the one who looked: colleagues do not clear each other. */
export const mayHear = (actors: readonly Actor[], looker: StaffRole): boolean =>
  staffRoles.some((role) => actors.includes(role) && standsAbove(role, looker))
