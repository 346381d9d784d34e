import type { RequestEntry } from '../../local/cloud'
import { sum } from './numbers'

/** What was asked of the cloud, for one of many alike where that is said. */
export interface Cost {
  calls: number
  requests: number
  documents: number
  bytes: number
}

/** Of the functions themselves: what the cloud sends to WeChat is not asked of the database. */
export const costOf = (entries: readonly RequestEntry[], calls: number, times = 1): Cost => {
  const asked = entries.filter(({ action }) => action.startsWith('database.'))
  return {
    calls: calls / times,
    requests: asked.length / times,
    documents: sum(asked.map(({ documents }) => documents)) / times,
    bytes: sum(asked.map(({ bytes }) => bytes)) / times,
  }
}
