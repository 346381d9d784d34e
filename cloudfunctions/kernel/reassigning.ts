import { refused, type Refused } from '@contract/action'
import { isCaseRole, type At } from '@contract/roles'
import { covers, type PostDocument } from './caller'
import type { CaseTodo, Happening } from './caseEvents'
import { assigneeOf } from './cases'
import { collection } from './cloud'

/** Into whose hands a case goes, and what its history says of them. */
export interface HandedTo {
  assignee: NonNullable<CaseTodo['assignee']>
  detail: NonNullable<Happening['detail']>
}

/**
 * A colleague who decides about cases and whose place covers this one, and none of these accounts: nobody handles what is
 * their own. One database request.
 */
export async function intoHandsOf(
  colleague: string,
  at: At,
  except: readonly (string | null)[],
): Promise<HandedTo | Refused> {
  const { data: post } = await collection<PostDocument>('staff').doc(colleague).get()
  return post?.active && isCaseRole(post.role) && covers(post, at) && !except.includes(post.openid)
    ? { assignee: assigneeOf(post), detail: { colleague: post.name, role: post.role } }
    : refused('invalidInput', 'no such colleague for this place', { colleague: 'colleagueUnknown' })
}
