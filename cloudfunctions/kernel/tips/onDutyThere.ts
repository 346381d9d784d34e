import { isHouseholdRole } from '@contract/roles'
import type { PostDocument } from '../caller'
import { collection, command } from '../cloud'
import type { PlaceDocument } from '../placeDocument'
import { rememberedForAMinute } from '../remembering'

/** As many as one request answers. */
const POSTS_AT_MOST = 1000

const known = rememberedForAMinute<ReadonlySet<string>>()

/**
 * The accounts of those who are on duty for a place: named there, or with a post whose place covers it. Asked of the place and
 * not of whoever tells, so that it can be remembered. One database request, none where it is.
 */
export async function onDutyThere(
  { _id, at, responsible }: Pick<PlaceDocument, '_id' | 'at' | 'responsible'>,
  now: Date,
): Promise<ReadonlySet<string>> {
  const remembered = known.of(_id, now)
  if (remembered) return remembered
  const { data } = await collection<PostDocument>('staff')
    .where({ 'place.id': command.in(Object.values(at)), active: true })
    .limit(POSTS_AT_MOST)
    .get()
  const posted = data.flatMap(({ role, openid }) => (isHouseholdRole(role) ? openid : []))
  const named = Object.values(responsible).flatMap(({ openid }) => openid ?? [])
  const accounts = new Set([...posted, ...named])
  known.keep(_id, accounts, now)
  return accounts
}
