/** `npm run operations`: makes the tables of docs/operations.md anew; a test fails while they are not what the code says. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './operationsTables'
import { inRoot } from './root'

const file = inRoot('docs/operations.md')

writeFileSync(file, withTables(readFileSync(file, 'utf8')))
