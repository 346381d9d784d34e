import type { DatabaseDeclaration } from '../../../local/store'
import type { CloudOptions } from '../../../local/cloud'
import { startTestCloud, type TestCloud } from '../testCloud'
import { conflictText } from '../transactionTexts'

const database: DatabaseDeclaration = {
  collections: {
    notes: {},
    people: { indexes: [{ name: 'phone', keys: [['phone', 1]], unique: true }] },
  },
}

/** A cloud in which transactions meet. */
export const startCloudWithNotes = (options: Partial<CloudOptions> = {}): Promise<TestCloud> =>
  startTestCloud({ database, ...options })

/** Before each test: the notes `a` and `b`, and nobody among the people. */
export const leaveTwoNotes = (cloud: TestCloud): Promise<unknown> =>
  cloud.run(async ({ db, _ }) => {
    await db
      .collection('notes')
      .where({ _id: _.exists(true) })
      .remove()
    await db
      .collection('people')
      .where({ _id: _.exists(true) })
      .remove()
    await db.collection('notes').add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ],
    })
  })

export const storedNotes = (cloud: TestCloud): Promise<unknown> =>
  cloud.run(async ({ db }) => (await db.collection('notes').orderBy('_id', 'asc').get()).data)

/** A conflict as the SDK tells it. */
export const conflict = `-501001 resource system error. ${conflictText}`
