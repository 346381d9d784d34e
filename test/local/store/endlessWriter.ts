import { writeSync } from 'node:fs'
import { openStore } from '../../../local/store'
import type { DatabaseDeclaration } from '../../../local/store'

/** Inserts a document, updates it, says its id, and so on until it is killed. */
const [directory = ''] = process.argv.slice(2)
const collections: DatabaseDeclaration['collections'] = {
  cases: { indexes: [{ name: 'place', keys: [['place', 1]], unique: false }] },
}
const store = openStore({ directory, declaration: { collections } })
for (;;) {
  const [id] = store.insert('cases', [{ place: 'p', text: 'x'.repeat(500) }])
  store.update('cases', { _id: id }, { $set: { updated: true } }, { multi: false })
  writeSync(1, `${id}\n`)
}
