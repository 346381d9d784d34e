import type { RunDocument } from '@kernel/assessment/runDocuments'
import type { Cloud } from '../../local/cloud'
import type { Store } from '../../local/store'
import { fromStoredText } from '../../local/store/storedText'

export const runOf = (store: Store, id: string) =>
  fromStoredText(store.find('runs', { filter: { _id: id } })[0] ?? '{}') as unknown as RunDocument

/** The timer, minute after minute, but that nobody waits for the minutes; how often it was fired. */
export async function fireUntilDone(cloud: Cloud, store: Store, id: string): Promise<number> {
  let fired = 0
  while (runOf(store, id).status !== 'done') {
    const answer = await cloud.fireTimer('reassessment')
    if ('error' in answer) throw new Error(answer.error.errMsg)
    fired += 1
  }
  return fired
}
