import type { Case } from '../caseEvents'
import { collection, command } from '../cloud'
import type { MemberDocument } from './householdDocument'

type Listed = Pick<Case, '_id' | 'todo'>

/** Which of their episodes of being unwell have not been closed. One database request where somebody had any, else none. */
export async function openEpisodes(
  members: readonly Pick<MemberDocument, 'episode'>[],
): Promise<ReadonlySet<string>> {
  const ids = members.flatMap(({ episode }) => (episode ? [episode.case] : []))
  if (ids.length === 0) return new Set()
  const { data } = await collection<Listed>('cases')
    .where({ _id: command.in(ids), kind: 'healthAlert', deletion: null })
    .limit(ids.length)
    .field({ body: false, history: false })
    .get()
  return new Set(data.flatMap(({ _id, todo }) => (todo ? [_id] : [])))
}
