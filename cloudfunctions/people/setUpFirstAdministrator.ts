import { timingSafeEqual } from 'node:crypto'
import { ok, refused } from '@contract/action'
import type { peopleActions } from '@contract/people'
import { postView, type PostDocument } from '@kernel/caller'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import type { UseCase } from '@kernel/serve'
import { inTransaction, type Transaction } from '@kernel/transaction'

/** There is one such document, so that of two people using the code at once only one becomes administrator. */
const FIRST = 'first-administrator'

const isSetUpCode = (typed: string): boolean => {
  const code = Buffer.from(process.env.SHOUWANG_SETUP_CODE ?? '')
  const given = Buffer.from(typed)
  return code.length > 0 && given.length === code.length && timingSafeEqual(given, code)
}

/** Whoever holds the code of the installation becomes its first administrator, at the top of the tree; sent again they are told so again. */
export const setUpFirstAdministrator: UseCase<typeof peopleActions.setUp> = async (
  input,
  { caller, now },
) => {
  if (!isSetUpCode(input.code)) return refused('invalidInput', 'this is not the code', { code: 'setUpCode' })
  return inTransaction(async (transaction) => {
    const staff = transaction.collection<PostDocument>('staff')
    const { data: first } = await staff.doc(FIRST).get()
    if (first?.active && first.openid === caller.openid) return ok(postView(first))
    if (first) return refused('alreadySetUp', 'the first administrator has been set up before')
    const top = await topOfTree(transaction, input.top)
    const post: PostDocument = {
      _id: FIRST,
      openid: caller.openid,
      name: input.name,
      phone: input.phone,
      role: 'administrator',
      place: placeName(top),
      at: top.at,
      version: 1,
      joinedAt: now,
      appointedBy: null,
      active: true,
      suspended: null,
      releasing: null,
      managedAt: null,
    }
    await staff.add({ data: post })
    return ok(postView(post))
  })
}

/** The node without a parent; made when the tree is empty. */
async function topOfTree(
  transaction: Transaction,
  { level, name }: { level: 'district' | 'street'; name: string },
): Promise<PlaceDocument> {
  const places = transaction.collection<PlaceDocument>('places')
  const { data } = await places.where({ listedUnder: '' }).orderBy('order', 'asc').limit(1).get()
  const [existing] = data
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
    code: '',
    version: 1,
    responsible: {},
    more: { listed: false, below: false },
  }
  await places.add({ data: top })
  return top
}
