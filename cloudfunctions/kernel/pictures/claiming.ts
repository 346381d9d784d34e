import { command } from '../cloud'
import { pictures } from './pictureDocument'

export interface Claim {
  case: string
  /** Who adds them to the case: the pictures must be theirs, and in no other case. */
  account: string
  /** Whose they are from now on: the one whose case it is, if that is anybody. */
  owner: string | null
}

/** For so long the timer leaves what has been claimed alone: until then the case is stored. */
const STORING_MILLISECONDS = 3_600_000

/** The SDK's types know numbers only; the database compares whatever has an order. */
const atLeast = (time: Date) => command.max(time as unknown as number)

/**
 * Makes pictures part of a case, before the case itself is written: of two cases that claim the same picture one gets
 * it, and claiming again changes nothing. False when one of them cannot be had. One database request, a second where
 * some had been claimed before; none for no pictures.
 */
export async function claimPictures(ids: readonly string[], claim: Claim, now: Date): Promise<boolean> {
  if (ids.length === 0) return true
  const { account, owner } = claim
  const free = { owner: account, case: null }
  const own = { owner, case: claim.case }
  const checkAt = atLeast(new Date(now.getTime() + STORING_MILLISECONDS))
  const { stats } = await pictures
    .where(command.and([{ _id: command.in([...ids]) }, command.or([free, own])]))
    .update({ data: { ...own, checkAt } })
  // Documents that stay as they are do not count as updated.
  if (stats.updated === ids.length) return true
  const { data } = await pictures.where({ _id: command.in([...ids]), ...own }).get()
  return data.length === ids.length
}

/**
 * Undoes a claim when what it was made for has been refused. Only for pictures that the case has never named: what
 * another act has put into it stays there.
 */
export async function releasePictures(ids: readonly string[], claim: Claim): Promise<void> {
  if (ids.length === 0) return
  const { account, owner } = claim
  await pictures
    .where({ _id: command.in([...ids]), owner, case: claim.case })
    .update({ data: { owner: account, case: null } })
}
