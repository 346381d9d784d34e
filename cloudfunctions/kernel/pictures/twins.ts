import type { CaseKind } from '@contract/cases'
import type { PictureTwins } from '@contract/pictures'
import { isReaderRole } from '@contract/roles'
import { covers, type Caller } from '../caller'
import type { Case } from '../caseEvents'
import { collection, command } from '../cloud'
import { ownSealer } from '../seal'
import { pictureContext, pictures } from './pictureDocument'

/** More uses of one picture are not counted. */
const MOST = 100

const TIP: CaseKind = 'tip'

/** The cases besides this one that hold one of the same images. */
async function casesSharing(ids: readonly string[], caseId: string): Promise<string[]> {
  const { data: own } = await pictures.where({ _id: command.in([...ids]), case: caseId }).get()
  if (own.length === 0) return []
  const hashes = own.flatMap(({ _id, image }) =>
    ownSealer().findables('picture', ownSealer().open(image, pictureContext(_id))),
  )
  const { data } = await pictures
    .where({ hash: command.in(hashes) })
    .limit(MOST)
    .get()
  const sharing = new Set(data.flatMap((one) => one.case ?? []))
  sharing.delete(caseId)
  return [...sharing]
}

/**
 * Where else the pictures of a case were used: named at the places of whoever asks, elsewhere counted only. No tip is among
 * them: what is said of somebody leads nobody to what was told. None, two or three requests: for no pictures, for pictures
 * used once, for others.
 */
export async function twinsOf(ids: readonly string[], caseId: string, caller: Caller): Promise<PictureTwins> {
  const sharing = ids.length === 0 ? [] : await casesSharing(ids, caseId)
  if (sharing.length === 0) return { here: [], elsewhere: 0 }
  const { data } = await collection<Case>('cases')
    .where({ _id: command.in(sharing), kind: command.neq(TIP), deletion: null })
    .field({ history: false, body: false })
    .limit(MOST)
    .get()
  const posts = (await caller.posts()).filter(({ role }) => isReaderRole(role))
  const here = data.filter(
    ({ at, owner }) => owner !== caller.openid && posts.some((post) => covers(post, at)),
  )
  return {
    here: here.map(({ _id, kind, subject }) => ({ case: _id, kind, display: subject.display })),
    elsewhere: data.length - here.length,
  }
}
