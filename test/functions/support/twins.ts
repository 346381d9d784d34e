import type { Result } from '@contract/action'
import type { Action } from '../../../local/protocol/action'
import { actions } from '../../../local/protocol/actions'

interface Both<T> {
  first: Result<T>
  twin: Result<T>
}

/** Whether a call keeps others from what it has written within a transaction, once this request of its is answered. */
function holdsAfter(asked: string, fields: unknown, held: boolean): boolean {
  if (asked === 'database.commitTransaction' || asked === 'database.abortTransaction') return false
  const { transactionId } = fields as { transactionId?: string }
  return held || (transactionId !== undefined && asked !== 'database.getDocument')
}

/**
 * Sends a call. When its n-th request arrives, the same call is sent once more and answered before the first goes on: so two meet
 * that the network has doubled. Requests at which the first keeps others waiting are not counted. Undefined where it has no n-th.
 */
export async function meetingAt<T>(
  nth: number,
  send: () => Promise<Result<T>>,
): Promise<Both<T> | undefined> {
  const find = actions.get.bind(actions)
  let left = nth
  let holds = false
  let twin: Result<T> | undefined
  const meet =
    (asked: string, usual: Action): Action =>
    async (fields, context) => {
      if (!holds && left > 0) {
        left -= 1
        if (left === 0) twin = await send()
      }
      const answer = await usual(fields, context)
      if (left > 0) holds = holdsAfter(asked, fields, holds)
      return answer
    }
  const spy = jest.spyOn(actions, 'get').mockImplementation((asked) => {
    const usual = find(asked)
    return usual && meet(asked, usual)
  })
  try {
    const first = await send()
    return twin && { first, twin }
  } finally {
    spy.mockRestore()
  }
}
