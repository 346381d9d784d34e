import * as v from 'valibot'
import { action } from './action'
import type { Instant, PlaceName } from './cases'
import * as field from './fields'
import { fault } from './faults'
import type { Colleague, Keeper, Post } from './people'
import type { Duty } from './places'
import { limits } from './returneeAnswers'
import { keeperRoles, staffRoles, type StaffRole } from './roles'

/** Days after which an invitation that nobody has accepted is void. */
export const INVITATION_DAYS = 7

/** As many posts as one list shows; of a larger place one looks at a part. */
export const STAFF_LISTED_AT_MOST = 500

/** So many times within {@link CODE_HOURS} an account may name a code, right or wrong. */
export const CODE_TRIES = 20
export const CODE_HOURS = 1

/** The page that an invitation opens; WeChat hands it the code as `scene`. */
export const JOIN_PAGE = 'pages/account/join/index'

/** As what somebody in a role is responsible for their place, unless somebody else is named for it. */
export const dutyOf: Partial<Record<StaffRole, Duty>> = {
  gridWorker: 'gridWorker',
  communityOfficer: 'secretary',
  streetOfficer: 'leader',
}

/** A post in a list of the staff. */
export interface StaffLine extends Colleague {
  phone: string
  joinedAt: Instant
  /** null for the first administrator. */
  appointedBy: Keeper | null
  suspended: { at: Instant; by: Keeper } | null
}

export interface StaffList {
  /** At the place and below it, the widest place first. */
  posts: StaffLine[]
  /** Whether there are more than these: choose a smaller place. */
  more: boolean
}

/** What happened to a post. */
export const postEvents = ['join', 'suspend', 'resume', 'move', 'handOver', 'takeOver'] as const
export type PostEvent = (typeof postEvents)[number]

/** What can be done about a post by the one who looks at it. */
export type PostDeed = 'suspend' | 'resume' | 'move' | 'handOver'

export interface PostHistoryEntry {
  at: Instant
  event: PostEvent
  /** Who did it; for joining, who had invited. */
  by: Keeper
  /** The reason given. */
  words: string | null
  /** Where it was moved to, or whose work went to whom and how much; by event. */
  detail: { place?: string; colleague?: string; cases?: number }
}

export interface StaffMember extends StaffLine {
  version: number
  /** Cases that were handed to this post and are open. */
  openWork: number
  /** Latest first. */
  history: PostHistoryEntry[]
  deeds: PostDeed[]
  /** Who can take over the open work: posts for cases that cover this one's place. */
  successors: Colleague[]
}

/** An invitation just made. The code is not stored, and shown here only. */
export interface Invited {
  invitation: string
  code: string
  /** The page to open, with the code. */
  link: string
  /** The picture of a WeChat code that opens it, base64. */
  image: { type: string; base64: string }
  expiresAt: Instant
}

/** An invitation that can still be accepted. */
export interface OpenInvitation {
  id: string
  role: StaffRole
  place: PlaceName
  by: Keeper
  madeAt: Instant
  expiresAt: Instant
  /** Whether it is for the one who looks to withdraw: whoever may fill the role there. */
  mayRevoke: boolean
}

/** An invitation as whoever holds its code sees it. */
export type InvitationView = Omit<OpenInvitation, 'id' | 'madeAt' | 'mayRevoke'>

/** How far handing over has come: the same is sent again until nothing is left. */
export interface HandingOver {
  moved: number
  left: number
}

/** The answer to every change of a post. */
export interface PostChanged {
  post: string
  version: number
}

const keeperAtPlace = { who: 'staff', roles: keeperRoles, at: 'place' } as const
const keeperAtPost = { who: 'staff', roles: keeperRoles, at: 'post' } as const

/** 24 characters of base64url, 144 bits: with room to spare in the 32 of a WeChat code. */
const code = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(fault('required')),
  v.regex(/^[A-Za-z0-9_-]{24}$/, fault('invitationUnknown')),
)

const words = field.saidText(limits.words)

const onPost = { post: field.postId, version: field.version, submission: field.submissionId }

export const staffActions = {
  list: action<StaffList>()({
    access: keeperAtPlace,
    /** `name`: a part of it. */
    input: v.strictObject({ place: field.placeId, name: field.sought(20) }),
  }),
  show: action<StaffMember>()({ access: keeperAtPost, input: v.strictObject({ post: field.postId }) }),
  /** Sent again it is the same one, with the same code. */
  invite: action<Invited>()({
    access: keeperAtPlace,
    input: v.strictObject({
      submission: field.submissionId,
      place: field.placeId,
      role: v.picklist(staffRoles),
    }),
  }),
  /** Those at a place and below it that can still be accepted. */
  invitations: action<OpenInvitation[]>()({
    access: keeperAtPlace,
    input: v.strictObject({ place: field.placeId }),
  }),
  /** `revoked` is false when it cannot be withdrawn any more: accepted, expired. */
  revoke: action<{ revoked: boolean }>()({
    access: keeperAtPlace,
    /** The place of the invitation, or one above it. */
    input: v.strictObject({ place: field.placeId, invitation: field.submissionId }),
  }),
  /** What a code invites to, for whoever holds it. */
  invitation: action<InvitationView>()({ access: { who: 'anyone' }, input: v.strictObject({ code }) }),
  join: action<Post>()({
    access: { who: 'anyone' },
    input: v.strictObject({ code, name: field.name, phone: field.phone }),
  }),
  /** From the next call on the post counts for nothing; what was handed to it goes back to the role of its place. */
  suspend: action<PostChanged>()({ access: keeperAtPost, input: v.strictObject({ ...onPost, words }) }),
  resume: action<PostChanged>()({ access: keeperAtPost, input: v.strictObject({ ...onPost, words }) }),
  /** The same role at another place. */
  move: action<PostChanged>()({
    access: keeperAtPost,
    input: v.strictObject({ ...onPost, to: field.placeId }),
  }),
  /** Open work and duties of one post go to another, a part with each sending. */
  handOver: action<HandingOver>()({
    access: keeperAtPost,
    input: v.strictObject({ submission: field.submissionId, post: field.postId, to: field.postId }),
  }),
}
