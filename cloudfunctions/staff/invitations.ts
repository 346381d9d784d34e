import { ok, refused, type Refused } from '@contract/action'
import type { PlaceName } from '@contract/cases'
import type { At, StaffRole } from '@contract/roles'
import type { staffActions } from '@contract/staff'
import type { Caller } from '@kernel/caller'
import { collection, command } from '@kernel/cloud'
import { bookTry } from '@kernel/codeTries'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { appointing, posts, spotOf } from './posts'
import { isStanding, type Offer } from './staffRules'

/** An invitation to a post, as stored in `invitations`. */
export interface InvitationDocument extends Offer {
  /** The submission that made it. */
  _id: string
  /** The keyed hash of its code, by which it is found; the code itself is not kept. */
  codeKey: string
  role: StaffRole
  place: PlaceName
  at: At
  by: { post: string; account: string; name: string; role: StaffRole }
  madeAt: Date
  /** The post that came of it. */
  post: string | null
}

const LISTED_AT_MOST = 500

export const invitations = collection<InvitationDocument>('invitations')

/** Wrong, expired, accepted and withdrawn are one answer: whoever guesses learns nothing. */
export const noSuchInvitation = (): Refused =>
  refused('invalidInput', 'no such invitation can be accepted', { code: 'invitationUnknown' })

export async function findByCode(code: string): Promise<InvitationDocument | undefined> {
  const keys = ownSealer().findables('invitation', code)
  const { data } = await invitations
    .where({ codeKey: command.in(keys) })
    .limit(1)
    .get()
  return data[0]
}

/** The invitation for whoever holds its code. */
export const showInvitation: UseCase<typeof staffActions.invitation> = async ({ code }, { caller, now }) => {
  const tried = await bookTry(caller.openid, code, now)
  if (!tried.ok) return tried
  const found = await findByCode(code)
  if (!found) return noSuchInvitation()
  const [{ data: inviter }, place] = await Promise.all([
    posts.doc(found.by.post).get(),
    findPlace(found.place.id, now),
  ])
  if (!place || !isStanding(found, inviter, spotOf(place), now)) return noSuchInvitation()
  const { role, by, expiresAt } = found
  return ok({
    role,
    place: placeName(place),
    by: { name: by.name, role: by.role },
    expiresAt: expiresAt.toISOString(),
  })
}

const below = ({ level, _id }: PlaceDocument) => ({ [`at.${level}`]: _id })
const open = (now: Date) => ({ expiresAt: command.gt(now), state: 'open' })

const mayRevoke = async (caller: Caller, { role, place, at }: InvitationDocument): Promise<boolean> =>
  (await appointing(caller, role, { id: place.id, at })) !== undefined

export const listInvitations: UseCase<typeof staffActions.invitations> = async (
  { place: id },
  { caller, now },
) => {
  const place = await findPlace(id, now)
  if (!place) return refused('notFound', 'there is no such place')
  const { data } = await invitations
    .where({ ...below(place), ...open(now) })
    .orderBy('expiresAt', 'desc')
    .limit(LISTED_AT_MOST)
    .get()
  return ok(
    await Promise.all(
      data.map(async (one) => ({
        id: one._id,
        role: one.role,
        place: one.place,
        by: { name: one.by.name, role: one.by.role },
        madeAt: one.madeAt.toISOString(),
        expiresAt: one.expiresAt.toISOString(),
        mayRevoke: await mayRevoke(caller, one),
      })),
    ),
  )
}

/**
 * Whoever may fill the role there may withdraw it, also one that a colleague has made; nobody one that is above them. What was
 * withdrawn before is withdrawn.
 */
export const revokeInvitation: UseCase<typeof staffActions.revoke> = async (
  { place: id, invitation },
  { caller, now },
) => {
  const place = await findPlace(id, now)
  if (!place) return refused('notFound', 'there is no such place')
  const there = { _id: invitation, ...below(place) }
  const { data } = await invitations.where(there).limit(1).get()
  const [found] = data
  if (found?.state !== 'open' || found.expiresAt <= now) return ok({ revoked: found?.state === 'revoked' })
  if (!(await mayRevoke(caller, found)))
    return refused('invalidInput', 'this role is not yours to fill', { invitation: 'roleNotYours' })
  const { stats } = await invitations.where({ ...there, ...open(now) }).update({ data: { state: 'revoked' } })
  if (stats.updated === 1) return ok({ revoked: true })
  // It has been accepted meanwhile; or whoever was quicker was the same act, sent twice at the same moment.
  const { data: after } = await invitations.doc(invitation).get()
  return ok({ revoked: after?.state === 'revoked' })
}
