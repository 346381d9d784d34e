import type { Document, Filter, Store } from '../../../local/store'
import { documents, refusalOf, removeTemporaryStores, temporaryStore } from './temporaryStore'

let store: Store
beforeEach(() => {
  store = temporaryStore({ cases: {} })
})
afterEach(removeTemporaryStores)

const all = () => documents(store.find('cases', { filter: {} }))

describe('inserting', () => {
  it('gives a document without an id one of 32 hexadecimal characters', () => {
    const [id] = store.insert('cases', [{ kind: 'tip' }])
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(all()).toEqual([{ _id: id, kind: 'tip' }])
  })

  it('keeps dates, nested lists, nulls, and numbers that JSON does not know', () => {
    const document = {
      _id: 'a',
      at: new Date(5),
      list: [{ when: new Date(-1) }, [null]],
      odd: [NaN, -Infinity],
    }
    store.insert('cases', [document])
    expect(all()).toEqual([document])
  })

  it('stores a date in the form that the SDK reads', () => {
    store.insert('cases', [{ _id: 'a', at: new Date(1700000000000) }])
    expect(store.find('cases', { filter: {} })).toEqual(['{"_id":"a","at":{"$date":1700000000000}}'])
  })

  it('tells the id 1 from the id "1"', () => {
    store.insert('cases', [{ _id: 1 }, { _id: '1' }])
    expect(documents(store.find('cases', { filter: { _id: '1' } }))).toEqual([{ _id: '1' }])
    expect(store.count('cases', { _id: 1 })).toBe(1)
  })

  it('stores none of the documents when one is refused', () => {
    store.insert('cases', [{ _id: 'taken' }])
    expect(() => store.insert('cases', [{ _id: 'new' }, { _id: 'taken' }])).toThrow('E11000')
    expect(all()).toEqual([{ _id: 'taken' }])
  })

  const unfit: [what: string, document: Document, text: string][] = [
    ['an id that is a list', { _id: [] as unknown as string }, '_id must be a string or a number'],
    ['an id with a NUL', { _id: 'a\0b' }, '_id must be a string or a number'],
    ['an invalid date', { at: { opened: new Date(NaN) } }, "an invalid date, at 'at.opened'"],
    ['a function', { list: [() => 1] }, "a function cannot be stored, at 'list.0'"],
    ['a field that begins with $', { a: { $date: 1 } }, "prefixed field '$date' in 'a.$date' is not valid"],
  ]
  it.each(unfit)('refuses %s', (_, document, text) => {
    expect(refusalOf(() => store.insert('cases', [document])).message).toContain(text)
    expect(all()).toEqual([])
  })
})

describe('finding', () => {
  beforeEach(() => {
    store.insert('cases', [
      { _id: 'a', rank: 3, name: { full: 'x', masked: 'm' } },
      { _id: 'b', rank: 1, name: { full: 'y', masked: 'n' } },
      { _id: 'c', rank: 2 },
    ])
  })
  const ids = (options: Partial<Parameters<Store['find']>[1]>) =>
    documents(store.find('cases', { filter: {}, ...options })).map(({ _id }) => _id)

  it('gives documents in the order of their insertion', () => expect(ids({})).toEqual(['a', 'b', 'c']))
  it('sorts by a field without an index', () => expect(ids({ sort: { rank: -1 } })).toEqual(['a', 'c', 'b']))
  it('skips and limits after sorting', () =>
    expect(ids({ sort: { rank: 1 }, skip: 1, limit: 1 })).toEqual(['c']))
  it('gives nothing when the limit is none', () => expect(ids({ limit: 0 })).toEqual([]))
  it('finds a null where the field is missing', () => expect(ids({ filter: { name: null } })).toEqual(['c']))
  it('finds by a regular expression', () => expect(ids({ filter: { 'name.full': /^[yz]/ } })).toEqual(['b']))

  it('leaves out what the projection excludes', () => {
    const [first] = documents(store.find('cases', { filter: {}, projection: { 'name.full': 0, rank: 0 } }))
    expect(first).toEqual({ _id: 'a', name: { masked: 'm' } })
  })

  it('gives only what the projection includes, and the id', () => {
    const [first] = documents(store.find('cases', { filter: {}, projection: { rank: true } }))
    expect(first).toEqual({ _id: 'a', rank: 3 })
  })

  it('finds by more values and more alternatives than SQLite would take in one expression', () => {
    const ranks = Array.from({ length: 40_000 }, (_, rank) => rank + 2)
    expect(ids({ filter: { _id: { $in: ['c', ...ranks.map(String)] } } })).toEqual(['c'])
    expect(ids({ filter: { $or: ranks.slice(0, 2000).map((rank) => ({ _id: 'a', rank })) } })).toEqual(['a'])
  })

  it('finds by more fields than SQLite would take in one expression', () => {
    const fields = Array.from({ length: 1200 }, (_, n): [string, string] => [`f${n}`, 'x'])
    store.insert('cases', [Object.fromEntries([['_id', 'z'], ...fields])])
    expect(ids({ filter: Object.fromEntries(fields) })).toEqual(['z'])
    const nested = fields.reduce<Filter>((inner, [name, value], n) => {
      const parts = (inner.$and ?? []) as Filter[]
      return n % 90 === 0 ? { $and: [{ [name]: value }, inner] } : { $and: [...parts, { [name]: value }] }
    }, {})
    expect(ids({ filter: nested })).toEqual(['z'])
  })

  it('gives a regular expression up that would take years', () => {
    store.insert('cases', [{ _id: 'z', text: `${'a'.repeat(60)}!` }])
    const refusal = refusalOf(() => ids({ filter: { text: /^(a+)+$/i } }))
    expect(refusal).toEqual({
      code: 'DATABASE_REQUEST_FAILED',
      message: 'Regular expression is too expensive: it was given up',
    })
    expect(ids({ filter: { text: /^a+!$/i } })).toEqual(['z'])
  })

  it('finds a page of many by a regular expression', () => {
    store.insert(
      'cases',
      Array.from({ length: 200 }, (_, n) => ({ _id: `n${n}`, text: `t${n % 2}` })),
    )
    expect(ids({ filter: { text: /^T1/i }, skip: 60, limit: 2 })).toEqual(['n121', 'n123'])
    expect(ids({ filter: { text: /^T1/i } })).toHaveLength(100)
  })

  it('refuses a filter with an operator that is none', () => {
    expect(refusalOf(() => store.find('cases', { filter: { rank: { $about: 1 } } }))).toEqual({
      code: 'DATABASE_REQUEST_FAILED',
      message: 'unknown query operator $about',
    })
  })

  it('refuses to run code that a filter brings along', () => {
    expect(() => store.find('cases', { filter: { $where: () => true } })).toThrow('scriptEnabled')
  })
})

describe('replacing', () => {
  it('inserts the document when its id is new', () => {
    expect(store.replace('cases', 'a', { kind: 'tip' })).toEqual({ updated: 0, upserted: 'a' })
    expect(all()).toEqual([{ _id: 'a', kind: 'tip' }])
  })

  it('leaves nothing of the document that was there', () => {
    store.insert('cases', [{ _id: 'a', old: 1 }])
    expect(store.replace('cases', 'a', { kind: 'tip' })).toEqual({ updated: 1 })
    expect(all()).toEqual([{ _id: 'a', kind: 'tip' }])
  })

  it('counts nothing when nothing is different', () => {
    store.insert('cases', [{ _id: 'a', kind: 'tip' }])
    expect(store.replace('cases', 'a', { kind: 'tip' })).toEqual({ updated: 0 })
  })
})

describe('removing', () => {
  beforeEach(() => {
    store.insert('cases', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 2 },
    ])
  })

  it('removes all that match, and says how many', () => {
    expect(store.remove('cases', { n: 1 }, { multi: true })).toBe(2)
    expect(all()).toEqual([{ _id: 'c', n: 2 }])
  })

  it('removes one when one is asked for', () => {
    expect(store.remove('cases', { n: 1 }, { multi: false })).toBe(1)
    expect(store.count('cases', {})).toBe(2)
  })
})
