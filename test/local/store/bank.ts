import type { Document, Documents, Store } from '../../../local/store'
import { fromStoredText } from '../../../local/store/storedText'

/** Twenty accounts with a hundred each, and a document for every transfer between them. */
export const bank = { accounts: {}, transfers: {} }
export const accounts = Array.from({ length: 20 }, (_, number) => `account ${number}`)
export const opening = 100

export const openAccounts = (store: Documents): void => {
  store.insert(
    'accounts',
    accounts.map((_id) => ({ _id, balance: opening })),
  )
}

export interface Transfer {
  _id: string
  from: string
  to: string
  amount: number
}

/** Two different accounts and an amount, by chance. */
export const someTransfer = (id: string): Transfer => {
  const from = Math.floor(Math.random() * accounts.length)
  const to = (from + 1 + Math.floor(Math.random() * (accounts.length - 1))) % accounts.length
  const [payer = '', payee = ''] = [accounts[from], accounts[to]]
  return { _id: id, from: payer, to: payee, amount: 1 + Math.floor(Math.random() * 9) }
}

/** Reads both accounts and writes what they have afterwards, as who does not know of `$inc`. */
export const transfer = (on: Documents, id: string): void => {
  const { from, to, amount } = someTransfer(id)
  move(on, from, -amount)
  move(on, to, amount)
  on.insert('transfers', [{ _id: id, from, to, amount }])
}

const move = (on: Documents, account: string, amount: number): void => {
  const [text = '{}'] = on.find('accounts', { filter: { _id: account } })
  const { balance } = fromStoredText(text) as { balance: number }
  on.update('accounts', { _id: account }, { $set: { balance: balance + amount } }, { multi: false })
}

/** What every account must have, going by the transfers that are stored. */
export const owed = (transfers: readonly Transfer[]): Record<string, number> => {
  const balances: Record<string, number> = {}
  for (const account of accounts) balances[account] = opening
  for (const { from, to, amount } of transfers) {
    balances[from] = (balances[from] ?? 0) - amount
    balances[to] = (balances[to] ?? 0) + amount
  }
  return balances
}

/** The balances and the transfers as stored. */
export const booksOf = (store: Store): { balances: Record<string, number>; transfers: Transfer[] } => {
  const all = (name: string): Document[] => store.find(name, { filter: {} }).map(fromStoredText)
  const balances: Record<string, number> = {}
  for (const { _id, balance } of all('accounts')) balances[String(_id)] = Number(balance)
  return { balances, transfers: all('transfers') as unknown as Transfer[] }
}
