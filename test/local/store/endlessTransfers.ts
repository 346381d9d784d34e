import { writeSync } from 'node:fs'
import { openStore, StoreError } from '../../../local/store'
import type { Transaction } from '../../../local/store'
import { bank, transfer } from './bank'

/** Moves money in transactions, several open at once, and says the id of each that is committed, until it is killed. */
const [directory = ''] = process.argv.slice(2)
const store = openStore({ directory, declaration: { collections: bank } })
const most = 4
const begun: { transaction: Transaction; id: string }[] = []
for (let number = 0; ; number += 1) {
  const id = `${process.pid}-${number}`
  const transaction = store.begin()
  begun.push({ transaction, id })
  try {
    transfer(transaction, id)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    begun.pop()
  }
  const eldest = begun.length === most ? begun.shift() : undefined
  if (!eldest) continue
  eldest.transaction.commit()
  writeSync(1, `${eldest.id}\n`)
}
