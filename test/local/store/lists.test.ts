import { randomUUID } from 'node:crypto'
import { fromStoredText } from '../../../local/store/storedText'
import type { Document, Filter, Store } from '../../../local/store/types'
import { index, removeTemporaryStores, temporaryStore } from './temporaryStore'

const many = 2000
const day = (n: number) => new Date(1.6e12 + n * 86_400_000)
const documents: Document[] = Array.from({ length: many }, (_, n) => ({
  _id: `case-${String((n * 7919) % many).padStart(4, '0')}`,
  regions: n % 100 === 0 ? ['510107', '510100'] : ['330106', '330100'],
  openedAt: day(n % 50),
  street: n % 2 === 0 ? 'one' : 'other',
}))

let store: Store
beforeAll(() => {
  const indexes = [index('regions', { regions: 1, openedAt: 1, _id: 1 }), index('parts', { 'parts.name': 1 })]
  store = temporaryStore({ cases: { indexes } })
  store.insert('cases', documents)
})
afterAll(removeTemporaryStores)

const found = (filter: Filter, limit?: number) =>
  store
    .find('cases', { filter, sort: { openedAt: 1, _id: 1 }, limit })
    .map((text) => fromStoredText(text)._id)
const expected = (isFound: (document: Document) => boolean) =>
  documents
    .filter(isFound)
    .sort((a, b) => Number(a.openedAt) - Number(b.openedAt) || (String(a._id) < String(b._id) ? -1 : 1))
    .map(({ _id }) => _id)
const names = (document: Document, region: string) => (document.regions as string[]).includes(region)

describe('what a list names', () => {
  it('is found in the order asked for, page by page', () => {
    const all = expected((one) => names(one, '510107'))
    expect(all).toHaveLength(20)
    expect(found({ regions: '510107' }, 7)).toEqual(all.slice(0, 7))
    const last = documents.find(({ _id }) => _id === all[6])!
    const later = [{ openedAt: { $gt: last.openedAt } }, { openedAt: last.openedAt, _id: { $gt: last._id } }]
    expect(found({ regions: '510107', $or: later }, 7)).toEqual(all.slice(7, 14))
  })

  it('is found together with what only the documents say', () => {
    const filter = { regions: '330106', street: 'other', openedAt: { $gte: day(40), $lt: day(45) } }
    const isFound = (one: Document) =>
      names(one, '330106') && one.street === 'other' && one.openedAt! >= day(40) && one.openedAt! < day(45)
    expect(found(filter)).toEqual(expected(isFound))
  })

  it('is found by any of several names, and counted', () => {
    const filter = { regions: { $in: ['510107', '999999'] } }
    expect(found(filter)).toEqual(expected((one) => names(one, '510107')))
    expect(store.count('cases', filter)).toBe(20)
  })

  it('is found behind other keys of an index, by the index that tells the most', () => {
    const indexes = [
      index('kind', { kind: 1, regions: 1, openedAt: 1, _id: 1 }),
      index('street', { street: 1, regions: 1, openedAt: 1, _id: 1 }),
    ]
    const more = temporaryStore({ cases: { indexes } })
    more.insert('cases', documents)
    const filter = { street: 'one', regions: '510107' }
    const given = more.find('cases', { filter, sort: { openedAt: 1, _id: 1 }, limit: 7 })
    const all = expected((one) => names(one, '510107') && one.street === 'one')
    expect(given.map((text) => fromStoredText(text)._id)).toEqual(all.slice(0, 7))
    expect(more.count('cases', filter)).toBe(all.length)
  })

  it('is no part of a longer name, and is a plain text as well', () => {
    store.insert('cases', [
      { _id: 'longer', regions: ['5101070'], openedAt: day(0) },
      { _id: 'plain', regions: '777777', openedAt: day(0) },
      { _id: 'quoted', regions: ['say "yes"', '\\'], openedAt: day(0) },
    ])
    expect(found({ regions: '510107' })).not.toContain('longer')
    expect(found({ regions: '777777' })).toEqual(['plain'])
    expect(found({ regions: 'say "yes"' })).toEqual(['quoted'])
    expect(found({ regions: '\\' })).toEqual(['quoted'])
    store.remove('cases', { _id: { $in: ['longer', 'plain', 'quoted'] } }, { multi: true })
  })

  it('is found within the elements of a list, where the index has nothing to tell', () => {
    const _id = randomUUID()
    store.insert('cases', [{ _id, regions: [], openedAt: day(0), parts: [{ name: 'a' }, { name: 'b' }] }])
    expect(found({ 'parts.name': 'b' })).toEqual([_id])
    expect(found({ 'parts.name': 'c' })).toEqual([])
  })
})
