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

/** 144 bits. */
const CODE_LENGTH = 24

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

  const code = codeFor(submission, caller.openid)
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
  const kept = await keep(invitation, id)
  if (!kept.ok) return kept
  const { type, bytes } = await weChatCode(code, JOIN_PAGE)
  return ok({
    invitation: submission,
    code,
    link: `${JOIN_PAGE}?scene=${code}`,
    image: { type, base64: bytes.toString('base64') },
    expiresAt: kept.data.expiresAt.toISOString(),
  })
}

const byPost = ({ _id, openid, name, role }: PostDocument): InvitationDocument['by'] => ({
  post: _id,
  account: openid,
  name,
  role,
})

/**
 * The same each time the act is sent, because nobody knows which of its answers has arrived; and known to nobody but who made
 * it, because it takes the keys to follow from what is stored.
 */
const codeFor = (submission: string, account: string): string =>
  ownSealer().digest({ invitation: submission, account }).slice(0, CODE_LENGTH)

type Kept = Omit<InvitationDocument, '_id'>

/** Stores it, or finds it as it has become since; `asked` is its place as it was sent, which may have been merged since. */
const keep = ({ _id, ...invitation }: InvitationDocument, asked: string): Promise<Result<Kept>> =>
  inTransaction(async (transaction) => {
    const stored = transaction.collection<InvitationDocument>('invitations').doc(_id)
    const { data: before } = await stored.get()
    if (before && !isSame(before, invitation, asked))
      return refused('submissionTaken', 'this submission did something else before')
    const { codeKey } = invitation
    if (!before) await stored.set({ data: invitation })
    // Since the keys were changed its code is another one.
    else if (before.codeKey !== codeKey) await stored.update({ data: { codeKey } })
    return ok(before ?? invitation)
  })

const isSame = (before: Kept, { by, role, place }: Kept, asked: string): boolean =>
  before.by.account === by.account && before.role === role && [asked, place.id].includes(before.place.id)
