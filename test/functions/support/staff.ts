import { randomUUID } from 'node:crypto'
import type { StaffRole } from '@contract/roles'
import type { PostDocument } from '@kernel/caller'
import { demoPlaces, demoPosts } from '../../../local/demo/places'
import { answered, type Community } from './community'

/** The post of somebody who is not in the demonstration; its id is `post-<openid>`. */
export const postOf = (openid: string, role: StaffRole, place: string): PostDocument => {
  const { _id: id, level, names, at } = demoPlaces.find(({ _id }) => _id === place)!
  return {
    ...demoPosts[0]!,
    _id: `post-${openid}`,
    openid,
    name: '林代班',
    role,
    place: { id, level, names },
    at,
  }
}

/** An invitation to a role at a place, made by that person. */
export async function invited(community: Community, by: string, place: string, role: StaffRole) {
  return answered(await community.as(by).staff.invite({ submission: randomUUID(), place, role }))
}

export const newcomer = { name: '季新来', phone: '13800007777' }

/** Somebody accepts an invitation; their new post. */
export async function joined(community: Community, openid: string, code: string) {
  return answered(await community.as(openid).staff.join({ code, ...newcomer }))
}

/** An act on a post as it is now for the one who looks. */
export async function onPost(community: Community, by: string, post: string) {
  const { version } = answered(await community.as(by).staff.show({ post }))
  return { post, version, submission: randomUUID() as string }
}
