import { randomBytes } from 'node:crypto'
import { ok, refused, type Result } from '@contract/action'
import { JOIN_PAGE, type staffActions } from '@contract/staff'
import type { PostDocument } from '@kernel/caller'
import { weChatCode } from '@kernel/cloud'
import { placeName } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { inTransaction } from '@kernel/transaction'
import type { InvitationDocument } from './invitations'
import { appointing, spotOf } from './posts'
import { expiryOf, isHeldAt } from './staffRules'

const CODE_BYTES = 18

/** An invitation to one role at one place, to be handed on as a code that WeChat scans or as a page to open. */
export const inviteColleague: UseCase<typeof staffActions.invite> = async (
  { submission, place: id, role },
  { caller, now },
) => {
  const place = await findPlace(id, now)
  if (!place) return refused('notFound', 'there is no such place')
  if (!isHeldAt(role, place.level))
    return refused('invalidInput', 'this role is not held at such a place', { place: 'roleElsewhere' })
  const inviter = await appointing(caller, role, spotOf(place))
  if (!inviter)
    return refused('invalidInput', 'this role is not yours to fill here', { role: 'roleNotYours' })

  const code = randomBytes(CODE_BYTES).toString('base64url')
  const invitation: InvitationDocument = {
    _id: submission,
    codeKey: ownSealer().findable('invitation', code),
    role,
    place: placeName(place),
    at: place.at,
    by: byPost(inviter),
    madeAt: now,
    expiresAt: expiryOf(now),
    state: 'open',
    post: null,
  }
  const kept = await keep(invitation)
  if (!kept.ok) return kept
  const { type, bytes } = await weChatCode(code, JOIN_PAGE)
  return ok({
    invitation: submission,
    code,
    link: `${JOIN_PAGE}?scene=${code}`,
    image: { type, base64: bytes.toString('base64') },
    expiresAt: invitation.expiresAt.toISOString(),
  })
}

const byPost = ({ _id, openid, name, role }: PostDocument): InvitationDocument['by'] => ({
  post: _id,
  account: openid,
  name,
  role,
})

/** Stores it. The same act sent again gets a new code, because the one that was lost on the way is not known any more. */
const keep = ({ _id, ...invitation }: InvitationDocument): Promise<Result<null>> =>
  inTransaction(async (transaction) => {
    const stored = transaction.collection<InvitationDocument>('invitations').doc(_id)
    const { data: before } = await stored.get()
    const isSame =
      before?.by.account === invitation.by.account &&
      before.role === invitation.role &&
      before.place.id === invitation.place.id &&
      before.state === 'open'
    if (before && !isSame) return refused('submissionTaken', 'this submission did something else before')
    await stored.set({ data: invitation })
    return ok(null)
  })
