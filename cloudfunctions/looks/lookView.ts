import type { LookLine } from '@contract/looks'
import { lookContext, type LookDocument } from '@kernel/looks'
import { ownSealer } from '@kernel/seal'

/** As officers read it: the account is nobody's to know. */
export const lookView = ({ _id, kind, lookedAt, by, found, cases, words }: LookDocument): LookLine => ({
  id: _id,
  kind,
  at: lookedAt.toISOString(),
  by: { post: by.post, name: by.name, role: by.role, place: by.place },
  found,
  cases,
  words: ownSealer().open(words, lookContext(_id)),
})
