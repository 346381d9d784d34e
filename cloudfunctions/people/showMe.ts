import { ok } from '@contract/action'
import type { Me, peopleActions, SuspendedPost } from '@contract/people'
import { postView, type PostDocument } from '@kernel/caller'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { householdsOf } from '@kernel/households/leaving'
import { ownViews } from '@kernel/households/ownViews'
import { ownLine, registrationsOf } from '@kernel/ownRegistrations'
import { publicPlace } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { RegistrationCase } from '@kernel/registration'
import type { Context, UseCase } from '@kernel/serve'
import { familyIn } from './family'

/** So long somebody is told of a suspension. Who left long ago is a resident like everybody. */
const TOLD_MS = 30 * 86_400_000

/** Who the caller is: the posts they hold or have lately lost, and whom they have registered before. Three database requests. */
export const showMe: UseCase<typeof peopleActions.me> = async (_input, context) =>
  ok(meIn(await readOwn(context), context))

/**
 * All that home shows, as `people.me`, `returnee.mine`, `households.mine` and `places.show` would answer it. Three database
 * requests, besides those of {@link ownViews} and of the place where nobody has asked for it within the last minute.
 */
export const showHome: UseCase<typeof peopleActions.home> = async (_input, context) => {
  const own = await readOwn(context)
  const me = meIn(own, context)
  const households = await ownViews(own.households, context)
  const [first] = me.family
  const place = first ? await findPlace(first.household.place.id, context.now) : null
  return ok({
    me,
    registrations: own.registrations.map(ownLine),
    households,
    place: place && publicPlace(place),
  })
}

interface Own {
  posts: PostDocument[]
  lost: PostDocument[]
  registrations: RegistrationCase[]
  households: HouseholdDocument[]
}

async function readOwn({ caller }: Context): Promise<Own> {
  const [posts, lost, registrations, households] = await Promise.all([
    caller.posts(),
    caller.suspendedPosts(),
    registrationsOf(caller.openid),
    householdsOf(caller.openid),
  ])
  return { posts, lost, registrations, households }
}

const meIn = ({ posts, lost, registrations, households }: Own, { caller, now }: Context): Me => ({
  name: posts[0]?.name ?? null,
  posts: posts.map(postView),
  suspended: lost.flatMap((post) => suspendedView(post, now)),
  family: familyIn(households, registrations, caller.openid),
})

const suspendedView = (post: PostDocument, now: Date): SuspendedPost[] => {
  const { suspended } = post
  if (!suspended || now.getTime() - suspended.at.getTime() > TOLD_MS) return []
  return [{ ...postView(post), at: suspended.at.toISOString(), by: suspended.by }]
}
