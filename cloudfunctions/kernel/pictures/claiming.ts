import { command } from '../cloud'
import { pictures } from './pictureDocument'

interface Claim {
  case: string
  /** Who adds them to the case: the pictures must be theirs, and in no other case. */
  account: string
  /** Whose they are from now on: the one whose case it is, if that is anybody. */
  owner: string | null
}

/**
 * Makes pictures part of a case, before the case itself is written: of two cases that claim the same picture one gets
 * it, and claiming again changes nothing. False when one of them cannot be had. One database request, a second where
 * some had been claimed before; none for no pictures.
 */
export async function claimPictures(ids: readonly string[], claim: Claim): Promise<boolean> {
  if (ids.length === 0) return true
  const { account, owner } = claim
  const { stats } = await pictures
    .where({ _id: command.in([...ids]), owner: account, case: null })
    .update({ data: { case: claim.case, owner } })
  if (stats.updated === ids.length) return true
  const { data } = await pictures.where({ _id: command.in([...ids]), case: claim.case }).get()
  return data.length === ids.length
}
