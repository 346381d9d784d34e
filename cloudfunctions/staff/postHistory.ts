import type { StaffRole } from '@contract/roles'
import type { PostEvent, PostHistoryEntry } from '@contract/staff'
import { collection } from '@kernel/cloud'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'

/** One thing that happened to a post, as stored in `staffEvents`. It is never changed afterwards. */
export interface PostEventDocument {
  /** The submission of the act that caused it; the same act arriving twice is one event. */
  _id: string
  post: string
  at: Date
  event: PostEvent
  by: { account: string; name: string; role: StaffRole }
  /** Of what the act said, see {@link Sealer.digest}. */
  digest: string
  words: Sealed | null
  detail: PostHistoryEntry['detail']
}

/** As many as are shown of one post. */
const SHOWN_AT_MOST = 50

export const postEvents = collection<PostEventDocument>('staffEvents')

const wordsContext = (id: string): string => `staffEvents/${id}`

export const sealWords = (words: string, id: string): Sealed => ownSealer().seal(words, wordsContext(id))

/** What happened to a post, the latest first. */
export async function historyOf(post: string): Promise<PostHistoryEntry[]> {
  const { data } = await postEvents.where({ post }).orderBy('at', 'desc').limit(SHOWN_AT_MOST).get()
  return data.map(({ _id, at, event, by, words, detail }) => ({
    at: at.toISOString(),
    event,
    by: { name: by.name, role: by.role },
    words: words && ownSealer().open(words, wordsContext(_id)),
    detail,
  }))
}
