import { timingSafeEqual } from 'node:crypto'
import { ok, refused } from '@contract/action'
import type { peopleActions } from '@contract/people'
import { postView, type PostDocument } from '@kernel/caller'
import { collection, isDuplicate } from '@kernel/cloud'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import type { UseCase } from '@kernel/serve'

/** There is one such document, so that of two people using the code at once only one becomes administrator. */
const FIRST = 'first-administrator'

const isSetUpCode = (typed: string): boolean => {
  const code = Buffer.from(process.env.SHOUWANG_SETUP_CODE ?? '')
  const given = Buffer.from(typed)
  return code.length > 0 && given.length === code.length && timingSafeEqual(given, code)
}

/** Whoever holds the code of the installation becomes its first administrator, at the top of the tree. */
export const setUpFirstAdministrator: UseCase<typeof peopleActions.setUp> = async (input, { caller }) => {
  if (!isSetUpCode(input.code)) return refused('invalidInput', 'this is not the code', { code: 'setUpCode' })
  const top = await topOfTree(input.top)
  const post: PostDocument = {
    _id: FIRST,
    openid: caller.openid,
    name: input.name,
    phone: input.phone,
    role: 'administrator',
    place: placeName(top),
    active: true,
  }
  try {
    await collection<PostDocument>('staff').add({ data: post })
  } catch (cause) {
    if (isDuplicate(cause)) return refused('alreadySetUp', 'the first administrator has been set up before')
    throw cause
  }
  return ok(postView(post))
}

const places = collection<PlaceDocument>('places')

/** The node without a parent; made when the tree is empty. */
async function topOfTree({
  level,
  name,
}: {
  level: 'district' | 'street'
  name: string
}): Promise<PlaceDocument> {
  const existing = await findTop()
  if (existing) return existing
  const id = 'top'
  const top: PlaceDocument = {
    _id: id,
    level,
    name,
    parent: null,
    listedUnder: '',
    order: 0,
    at: { [level]: id },
    names: [name],
    contact: null,
    more: { listed: false, below: false },
  }
  try {
    await places.add({ data: top })
    return top
  } catch (cause) {
    const quicker = isDuplicate(cause) ? await findTop() : null
    if (!quicker) throw cause
    return quicker
  }
}

async function findTop(): Promise<PlaceDocument | undefined> {
  const { data } = await places.where({ listedUnder: '' }).orderBy('order', 'asc').limit(1).get()
  return data[0]
}
