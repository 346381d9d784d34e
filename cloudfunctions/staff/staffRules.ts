import { appoints, isCaseRole, roleLevels, type At, type Level, type StaffRole } from '@contract/roles'
import { INVITATION_DAYS, type PostDeed } from '@contract/staff'
import { covers } from '@kernel/covering'

/** A place, with the ids of all nodes above it. */
export interface Spot {
  id: string
  at: At
}

/** A post, as far as rights depend on it. */
export interface Held {
  openid: string
  role: StaffRole
  place: { id: string; level: Level }
  active: boolean
}

export const isHeldAt = (role: StaffRole, level: Level): boolean => roleLevels[role].includes(level)

/** Whether a post gives the right to fill a role at a place: below its own; an administrator's also at its own. */
export const mayAppoint = (mine: Held, role: StaffRole, { id, at }: Spot): boolean =>
  mine.active &&
  appoints[mine.role].includes(role) &&
  covers(mine, at) &&
  (mine.role === 'administrator' || mine.place.id !== id)

/** Whether a post gives the right to suspend, move and so on; nobody manages their own account. */
export const mayManage = (mine: Held, other: Held & { at: At }): boolean =>
  mine.openid !== other.openid && mayAppoint(mine, other.role, { id: other.place.id, at: other.at })

export const deedsFor = (other: Held): PostDeed[] => {
  if (!other.active) return ['resume']
  return isCaseRole(other.role) ? ['handOver', 'move', 'suspend'] : ['move', 'suspend']
}

/**
 * Whether one account may hold these roles: who appoints everybody sees no resident's secrets, and could otherwise
 * appoint himself to see them.
 */
export const mayHoldTogether = (roles: readonly StaffRole[]): boolean =>
  !(roles.includes('administrator') && roles.some(isCaseRole))

const DAY_MS = 86_400_000

export const expiryOf = (madeAt: Date): Date => new Date(madeAt.getTime() + INVITATION_DAYS * DAY_MS)

/** An invitation, as far as rules depend on it. */
export interface Offer {
  role: StaffRole
  state: 'open' | 'accepted' | 'revoked'
  expiresAt: Date
}

/**
 * Whether an invitation can be accepted by anybody: it is open and in time, its place is still there, and whoever
 * invited may still do so.
 */
export const isStanding = (
  offer: Offer,
  inviter: Held | null,
  place: (Spot & { level: Level }) | null,
  now: Date,
): boolean =>
  offer.state === 'open' &&
  offer.expiresAt > now &&
  place !== null &&
  isHeldAt(offer.role, place.level) &&
  inviter !== null &&
  mayAppoint(inviter, offer.role, place)

/** Whether this account may accept it: not who invited, nobody suspended, nobody who has the post or one it excludes. */
export const mayAccept = (
  role: StaffRole,
  place: string,
  inviter: string,
  account: { openid: string; posts: readonly Held[] },
): boolean =>
  account.openid !== inviter &&
  account.posts.every((post) => post.active && !(post.role === role && post.place.id === place)) &&
  mayHoldTogether([role, ...account.posts.map((post) => post.role)])
