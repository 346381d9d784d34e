import { openStore } from '../../../local/store'
import { bank, booksOf, openAccounts, owed, someTransfer } from '../store/bank'
import { temporaryDirectory, removeTemporaryStores, temporaryStore } from '../store/temporaryStore'
import { startTestCloud } from '../testCloud'
import { book } from './bankClient'

afterAll(removeTemporaryStores)

const clients = 6
const transfersEach = 15

it('six clients who move money at once lose none and make none', async () => {
  const data = temporaryDirectory()
  const before = openStore({ directory: data, declaration: { collections: bank } })
  openAccounts(before)
  before.close()
  const cloud = await startTestCloud({ data, database: { collections: bank } })
  const client = async (name: number) => {
    const outcomes: [id: string, outcome: unknown][] = []
    for (let number = 0; number < transfersEach; number += 1) {
      const id = `${name}-${number}`
      outcomes.push([id, await cloud.run(book, someTransfer(id))])
    }
    return outcomes
  }
  const outcomes = (await Promise.all(Array.from({ length: clients }, (_, name) => client(name)))).flat()
  await cloud.stop()

  const { balances, transfers } = booksOf(temporaryStore(bank, data))
  const booked = outcomes.filter(([, outcome]) => outcome !== 'given up').map(([id]) => id)
  expect(transfers.map(({ _id }) => _id).sort()).toEqual(booked.sort())
  expect(balances).toEqual(owed(transfers))
  expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(2000)
  expect(outcomes.some(([, outcome]) => outcome === 'booked after conflicts')).toBe(true)
})
