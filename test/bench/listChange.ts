import type { Cloud } from '../../local/cloud'
import { openStore } from '../../local/store'
import { costOf, type Cost } from './costOf'
import { officeDeclaration } from './office'
import { changeList, MANY } from './registered'
import { fireUntilDone, runOf } from './runs'

/** What a list that touches one in ten registrations costs for each case that it changes. */
export async function costOfListChange(cloud: Cloud, data: string): Promise<Cost> {
  const store = openStore({ directory: data, declaration: officeDeclaration() })
  try {
    const id = changeList(store, MANY, 'high', 'concerned')
    const mark = cloud.requests.mark()
    const calls = await fireUntilDone(cloud, store, id)
    return costOf(cloud.requests.since(mark), calls, runOf(store, id).changed)
  } finally {
    store.close()
  }
}
