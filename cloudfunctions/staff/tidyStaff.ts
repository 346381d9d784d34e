import { CODE_HOURS } from '@contract/staff'
import type { PostDocument } from '@kernel/caller'
import { collection, command } from '@kernel/cloud'
import type { CodeTries } from '@kernel/codeTries'
import { logBug } from '@kernel/serve'
import { invitations } from './invitations'
import { posts } from './posts'
import { releaseWork } from './releaseWork'

const POSTS_AT_MOST = 20
const SLICES_AT_MOST = 10

/** So long one can see of an invitation what became of it. */
const INVITATION_KEPT_MS = 30 * 86_400_000

const LONG_AGO = new Date(0)

/** Each minute: goes on with what suspended and moved posts leave behind, and removes what is void. */
export async function tidyStaff(now: Date): Promise<void> {
  const { data } = await posts
    .where({ releasing: command.gt(LONG_AGO) })
    .limit(POSTS_AT_MOST)
    .get()
  let slices = SLICES_AT_MOST
  for (const post of data) {
    if (slices > 0) slices -= await releaseAll(post, slices, now).catch(noteBug)
  }
  await invitations.where({ expiresAt: command.lt(new Date(now.getTime() - INVITATION_KEPT_MS)) }).remove()
  await collection<CodeTries>('codeTries')
    .where({ since: command.lt(new Date(now.getTime() - CODE_HOURS * 3_600_000)) })
    .remove()
}

/** Goes on until nothing is found, for so many slices at most. Answers how many it took. */
async function releaseAll(post: PostDocument, most: number, now: Date): Promise<number> {
  for (let taken = 1; taken <= most; taken += 1) {
    const { found } = await releaseWork(post, now)
    if (found === 0) return taken
  }
  return most
}

/** What cannot be taken from one post must not keep the others' work in their names. */
const noteBug = (bug: unknown): number => {
  logBug(bug)
  return 1
}
