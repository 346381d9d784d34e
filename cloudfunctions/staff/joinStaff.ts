import { ok, refused, type CheckedInputOf, type Result } from '@contract/action'
import type { Post } from '@contract/people'
import { dutyOf, type staffActions } from '@contract/staff'
import { postView, type PostDocument } from '@kernel/caller'
import { command } from '@kernel/cloud'
import { bookTry, type CodeTries } from '@kernel/codeTries'
import { onDutyOf } from '@kernel/onDuty'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import { placesIn } from '@kernel/placeTree/editing'
import { startRelocation } from '@kernel/placeTree/relocation'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import { inTransaction, type Transaction } from '@kernel/transaction'
import { findByCode, noSuchInvitation, type InvitationDocument } from './invitations'
import type { PostEventDocument } from './postHistory'
import { spotOf } from './posts'
import { isStanding, mayAccept } from './staffRules'

const POSTS_AT_MOST = 50

type Joining = CheckedInputOf<typeof staffActions.join>

/**
 * Whoever holds the code of an invitation takes the post. Of two at once one does; the one who did is answered the same
 * when it is sent again, also after many tries, or once suspended, which it does not undo.
 */
export const joinStaff: UseCase<typeof staffActions.join> = async (input, context) => {
  const tried = await bookTry(context.caller.openid, input.code, context.now)
  if (!tried.ok) return tried
  const found = await findByCode(input.code)
  if (!found) return noSuchInvitation()
  return inTransaction((transaction) => accept(found._id, input, context, transaction))
}

/** The caller's post that came of this code; null where there is none. A guess costs the same requests, right or wrong. */
export const joinedBefore: DoneBefore<typeof staffActions.join> = async ({ code }, { caller }) => {
  const found = await findByCode(code)
  const own = [...(await caller.posts()), ...(await caller.suspendedPosts())]
  const post = own.find(({ _id }) => _id === found?.post)
  return post ? ok(postView(post)) : null
}

async function accept(
  id: string,
  input: Joining,
  { caller, now }: Context,
  transaction: Transaction,
): Promise<Result<Post>> {
  const { invitation, inviter, place, own } = await readAround(id, caller.openid, transaction)
  if (!invitation) return noSuchInvitation()
  if (!place || !inviter || !isStanding(invitation, inviter, spotOf(place), now)) return noSuchInvitation()
  const account = { openid: caller.openid, posts: own }
  if (!mayAccept(invitation.role, place._id, invitation.by.account, account)) {
    return refused('invalidInput', 'this account may not accept it', { code: 'invitationNotForYou' })
  }
  const post = newPost(invitation, place, inviter, { ...input, openid: caller.openid, now })
  await transaction
    .collection<InvitationDocument>('invitations')
    .doc(id)
    .update({ data: { state: 'accepted', post: post._id } })
  await transaction.collection<PostDocument>('staff').add({ data: post })
  await transaction.collection<PostEventDocument>('staffEvents').add({ data: joined(post, invitation) })
  await takeDuty(post, place, transaction, now)
  // Of two invitations that one account accepts at once, the second must see the first.
  await transaction
    .collection<CodeTries>('codeTries')
    .doc(caller.openid)
    .update({ data: { joinedAt: now } })
  return ok(postView(post))
}

/** Requests of a transaction follow one another. */
async function readAround(id: string, account: string, transaction: Transaction) {
  const staff = transaction.collection<PostDocument>('staff')
  const { data: invitation } = await transaction.collection<InvitationDocument>('invitations').doc(id).get()
  const { data: own } = await staff.where({ openid: account }).limit(POSTS_AT_MOST).get()
  const inviter = invitation && (await staff.doc(invitation.by.post).get()).data
  const place = invitation && (await placeIn(transaction, invitation.place.id))
  return { invitation, inviter, place, own }
}

/** The place, or the one into which it was merged. */
async function placeIn(transaction: Transaction, id: string): Promise<PlaceDocument | null> {
  const { data } = await placesIn(transaction).doc(id).get()
  return data?.mergedInto ? placeIn(transaction, data.mergedInto) : data
}

const newPost = (
  { _id, role }: InvitationDocument,
  place: PlaceDocument,
  inviter: PostDocument,
  { name, phone, openid, now }: Pick<Joining, 'name' | 'phone'> & { openid: string; now: Date },
): PostDocument => ({
  _id: `post-${_id}`,
  openid,
  name,
  phone,
  role,
  place: placeName(place),
  at: place.at,
  version: 1,
  joinedAt: now,
  appointedBy: { name: inviter.name, role: inviter.role },
  active: true,
  suspended: null,
  releasing: null,
  managedAt: null,
})

/** A place that has named nobody for it gets somebody responsible: without, nobody would be told of its cases. */
async function takeDuty(
  post: PostDocument,
  place: PlaceDocument,
  transaction: Transaction,
  now: Date,
): Promise<void> {
  const duty = dutyOf[post.role]
  if (!duty || place.responsible[duty]?.of === place._id) return
  const named = onDutyOf(place._id, post)
  const change = { [`responsible.${duty}`]: command.set(named), version: place.version + 1 }
  await placesIn(transaction).doc(place._id).update({ data: change })
  await startRelocation(transaction, place, 'places', now)
}

const joined = (post: PostDocument, { _id, by }: InvitationDocument): PostEventDocument => ({
  _id: `${_id}-join`,
  post: post._id,
  at: post.joinedAt,
  event: 'join',
  by: { account: by.account, name: by.name, role: by.role },
  digest: '',
  words: null,
  detail: {},
})
