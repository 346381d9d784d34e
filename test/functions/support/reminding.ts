import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { instantAt, type Day } from '@contract/calendar'
import type { CollectionName } from '@kernel/collections'
import { demoMiniProgram } from '../../../local/demo/miniProgram'
import { startTestCloud, type TestCloud } from '../../local/testCloud'
import { asIntruder } from './intruder'
import { functionOf, mayNotify } from './program'

const database = join(__dirname, '../../../config/database.json')

/**
 * A cloud whose one function is a timer that reminds people, at whatever time a test says that it is: `program` exports a
 * `main` that takes `{ now, milliseconds }`. Before each test `collection` is emptied.
 */
export function useReminding(program: string, collection: CollectionName) {
  let functions: string
  let cloud: TestCloud
  beforeAll(async () => {
    functions = functionOf('remind', program, mayNotify)
    cloud = await startTestCloud({ functions, database, miniProgram: demoMiniProgram, strictIndexes: true })
  })
  beforeEach(() =>
    asIntruder(cloud, (store) => {
      store.remove(collection, {}, { multi: true })
    }),
  )
  afterAll(async () => {
    await cloud.dispose()
    rmSync(functions, { recursive: true })
  })
  return {
    get cloud() {
      return cloud
    },
    at: async (day: Day, hour: number, minute = 0, milliseconds = 10_000): Promise<void> => {
      const now = new Date(instantAt(day, hour).getTime() + minute * 60_000).toISOString()
      const answer = await cloud.call('remind', { now, milliseconds }, 'anna')
      if ('error' in answer) throw new Error(answer.error.errMsg)
    },
  }
}
