import { ok } from '@contract/action'
import type { FamilyMember, peopleActions } from '@contract/people'
import { postView } from '@kernel/caller'
import { collection } from '@kernel/cloud'
import { personContext, type PersonDocument } from '@kernel/people'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import type { UseCase } from '@kernel/serve'

const REMEMBERED_AT_MOST = 100

/** Who the caller is: the posts they hold, and whom they have registered before. */
export const showMe: UseCase<typeof peopleActions.me> = async (_input, { caller }) => {
  const [posts, family] = await Promise.all([caller.posts(), familyOf(caller.openid)])
  return ok({ name: posts[0]?.name ?? null, posts: posts.map(postView), family })
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
