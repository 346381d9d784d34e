import { ok } from '@contract/action'
import type { IdentityDocument } from '@contract/cases'
import type { FamilyMember, peopleActions, SuspendedPost } from '@contract/people'
import { postView, type PostDocument } from '@kernel/caller'
import { collection } from '@kernel/cloud'
import { householdContext, livingThere, type HouseholdDocument } from '@kernel/households/householdDocument'
import { householdsOf } from '@kernel/households/leaving'
import { personContext, type PersonDocument } from '@kernel/people'
import { residentName } from '@kernel/placeDocument'
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

/**
 * Whom the caller's households have, and then whomever else they have registered, each once: a person of the same name and
 * document, or of the same name where one has none, is the same.
 */
async function familyOf(openid: string): Promise<FamilyMember[]> {
  const [households, { data: registered }] = await Promise.all([
    householdsOf(openid),
    collection<PersonDocument>('people')
      .where({ owner: openid })
      .orderBy('lastUsedAt', 'desc')
      .limit(REMEMBERED_AT_MOST)
      .get(),
  ])
  const all = [...households.flatMap((household) => membersOf(household, openid)), ...registered.map(opened)]
  return all.reduce<FamilyMember[]>((family, one) => {
    const known = family.find((member) => isSame(member, one))
    if (!known) return [...family, one]
    const both = { ...known, document: known.document ?? one.document }
    return family.map((member) => (member === known ? both : member))
  }, [])
}

const isSame = (one: FamilyMember, other: FamilyMember): boolean =>
  one.name === other.name &&
  (!one.document || !other.document || one.document.number === other.document.number)

/** Those of a household who have not left it; their documents only where the caller has typed them. */
const membersOf = (household: HouseholdDocument, openid: string): FamilyMember[] =>
  livingThere(household).map(({ id, name, phone, document, enteredBy }) => {
    const clear = openedIn(householdContext(household._id))
    return {
      id,
      name: clear(name),
      phone: clear(phone),
      document: enteredBy === openid ? documentIn(document, clear) : null,
      household: { place: residentName(household.at, household.place), door: clear(household.door) },
    }
  })

function opened({ _id, name, phone, document, household }: PersonDocument): FamilyMember {
  const clear = openedIn(personContext(_id))
  return {
    id: _id,
    name: clear(name),
    phone: clear(phone),
    document: documentIn(document, clear),
    household: { place: household.place, door: clear(household.door) },
  }
}

type Clear = (text: string) => string

const openedIn =
  (context: string): Clear =>
  (text) =>
    text === '' ? '' : ownSealer().open(text as Sealed, context)

const documentIn = ({ kind, number }: IdentityDocument, clear: Clear): FamilyMember['document'] =>
  number === '' ? null : { kind, number: clear(number) }
