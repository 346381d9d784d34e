import { ok } from '@contract/action'
import type { FamilyMember, peopleActions, SuspendedPost } from '@contract/people'
import { postView, type PostDocument } from '@kernel/caller'
import { collection } from '@kernel/cloud'
import { personContext, type PersonDocument } from '@kernel/people'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import type { UseCase } from '@kernel/serve'

const REMEMBERED_AT_MOST = 100

/** So long somebody is told of a suspension. Who left long ago is a resident like everybody. */
const TOLD_MS = 30 * 86_400_000

/** Who the caller is: the posts they hold or have lately lost, and whom they have registered before. */
export const showMe: UseCase<typeof peopleActions.me> = async (_input, { caller, now }) => {
  const [posts, lost, family] = await Promise.all([
    caller.posts(),
    caller.suspendedPosts(),
    familyOf(caller.openid),
  ])
  const suspended = lost.flatMap((post) => suspendedView(post, now))
  return ok({ name: posts[0]?.name ?? null, posts: posts.map(postView), suspended, family })
}

const suspendedView = (post: PostDocument, now: Date): SuspendedPost[] => {
  const { suspended } = post
  if (!suspended || now.getTime() - suspended.at.getTime() > TOLD_MS) return []
  return [{ ...postView(post), at: suspended.at.toISOString(), by: suspended.by }]
}

async function familyOf(openid: string): Promise<FamilyMember[]> {
  const { data } = await collection<PersonDocument>('people')
    .where({ owner: openid })
    .orderBy('lastUsedAt', 'desc')
    .limit(REMEMBERED_AT_MOST)
    .get()
  const members = new Map<string, FamilyMember>()
  for (const person of data) {
    const member = opened(person)
    // Each registration remembers its people anew; the latest of the same name and document is the one to offer.
    const key = `${member.name} ${member.document?.number ?? ''}`
    if (!members.has(key)) members.set(key, member)
  }
  return [...members.values()]
}

function opened({ _id, name, phone, document, household }: PersonDocument): FamilyMember {
  const clear = (text: string) => (text === '' ? '' : ownSealer().open(text as Sealed, personContext(_id)))
  return {
    id: _id,
    name: clear(name),
    phone: clear(phone),
    document: document.number === '' ? null : { kind: document.kind, number: clear(document.number) },
    household: { place: household.place, door: clear(household.door) },
  }
}
