import type { CollectionName } from '@kernel/collections'
import { answerInstead } from './answerInstead'

/**
 * Does `act`, and `meanwhile` at the moment at which its first request of that kind, for that collection, has come to the database
 * and has not been carried out. Ends when both have.
 */
export async function whileAsking<Answer>(
  action: `database.${'insert' | 'modify' | 'get' | 'calculate'}Document`,
  collection: CollectionName,
  act: () => Promise<Answer>,
  meanwhile: () => unknown,
): Promise<Answer> {
  let hasHappened = false
  const end = answerInstead(action, (usual) => async (fields, context) => {
    const isFirst = !hasHappened && (fields as { collectionName: string }).collectionName === collection
    if (isFirst) {
      hasHappened = true
      await meanwhile()
    }
    return usual(fields, context)
  })
  const answer = await act().finally(end)
  expect(hasHappened).toBe(true)
  return answer
}

/** The same act, sent twice: while the first is about to write there, the second is carried out. */
export async function sentTwice<Answer>(
  action: Parameters<typeof whileAsking>[0],
  collection: CollectionName,
  act: () => Promise<Answer>,
): Promise<[Answer, Answer]> {
  const second: Answer[] = []
  const first = await whileAsking(action, collection, act, async () => second.push(await act()))
  return [first, second[0] as Answer]
}
