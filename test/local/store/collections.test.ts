import type { DatabaseDeclaration, Store } from '../../../local/store'
import {
  close,
  documents,
  index,
  refusalOf,
  removeTemporaryStores,
  temporaryDirectory,
  temporaryStore,
} from './temporaryStore'

afterEach(removeTemporaryStores)

const duplicate = (collection: string, name: string) => ({
  code: 'DATABASE_REQUEST_FAILED',
  message:
    '[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: ' +
    `[{E11000 duplicate key error collection: ${collection} index: ${name}}]}, {<nil>}]`,
})

describe('a collection', () => {
  const calls: [string, (store: Store) => unknown][] = [
    ['insert', (store) => store.insert('nowhere', [{}])],
    ['find', (store) => store.find('nowhere', { filter: {} })],
    ['count', (store) => store.count('nowhere', {})],
    ['update', (store) => store.update('nowhere', {}, { $set: { a: 1 } }, { multi: true })],
    ['replace', (store) => store.replace('nowhere', 'a', {})],
    ['remove', (store) => store.remove('nowhere', {}, { multi: true })],
    ['aggregate', (store) => store.aggregate('nowhere', [])],
  ]
  it.each(calls)('that nobody created is refused to %s', (_, call) => {
    const { code, message } = refusalOf(() => call(temporaryStore({ cases: {} })))
    expect(code).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(message).toMatch(/^\[ResourceNotFound\] Db or Table not exist: nowhere\. /)
  })

  it('created at run time is there after reopening, with what it holds', () => {
    const directory = temporaryDirectory()
    const store = temporaryStore({}, directory)
    store.createCollection('later')
    store.insert('later', [{ _id: 'a' }])
    close(store)
    expect(temporaryStore({}, directory).find('later', { filter: {} })).toEqual(['{"_id":"a"}'])
  })

  it('cannot be created twice', () => {
    const { code, message } = refusalOf(() => temporaryStore({ cases: {} }).createCollection('cases'))
    expect(code).toBe('DATABASE_COLLECTION_ALREADY_EXIST')
    expect(message).toContain('[ResourceUnavailable.ResourceExist] Table exist')
  })

  it.each(['CASES', '', 'a"; DROP TABLE c_cases; --'])('cannot be called %j beside "cases"', (name) => {
    expect(refusalOf(() => temporaryStore({ cases: {} }).createCollection(name)).code).toBe('INVALID_PARAM')
  })

  it('may have a Chinese name', () => {
    const store = temporaryStore({ 登记: { indexes: [index('户主', { 户主: 1 }, true)] } })
    store.insert('登记', [{ _id: 1, 户主: '张三' }])
    expect(store.count('登记', { 户主: '张三' })).toBe(1)
    expect(refusalOf(() => store.insert('登记', [{ 户主: '张三' }]))).toEqual(duplicate('登记', '户主'))
  })
})

describe('a duplicate', () => {
  it('of an id is refused in the words of production', () => {
    const store = temporaryStore({ cases: {} })
    store.insert('cases', [{ _id: 'a' }])
    expect(refusalOf(() => store.insert('cases', [{ _id: 'a' }]))).toEqual(duplicate('cases', '_id_'))
  })

  const byPhoneAndDay = { people: { indexes: [index('phone.day', { phone: 1, day: -1 }, true)] } }

  it('of the keys of a unique index is refused to insert, update and replace', () => {
    const store = temporaryStore(byPhoneAndDay)
    store.insert('people', [
      { _id: 'a', phone: '1', day: 1 },
      { _id: 'b', phone: '1', day: 2 },
    ])
    const refused = duplicate('people', 'phone.day')
    expect(refusalOf(() => store.insert('people', [{ phone: '1', day: 2 }]))).toEqual(refused)
    expect(
      refusalOf(() => store.update('people', { _id: 'a' }, { $set: { day: 2 } }, { multi: false })),
    ).toEqual(refused)
    expect(refusalOf(() => store.replace('people', 'a', { phone: '1', day: 2 }))).toEqual(refused)
  })

  it('is also a second document without the keys', () => {
    const store = temporaryStore(byPhoneAndDay)
    store.insert('people', [{ phone: '1' }, { phone: '2', day: null }, {}])
    expect(() => store.insert('people', [{ phone: '2' }])).toThrow('E11000')
    expect(() => store.insert('people', [{ day: null }])).toThrow('E11000')
  })

  it('is not a value of another type that SQLite holds equal', () => {
    const store = temporaryStore({ people: { indexes: [index('key', { key: 1 }, true)] } })
    store.insert('people', [
      { key: 1 },
      { key: true },
      { key: new Date(1) },
      { key: '1' },
      { key: '{"a":1}' },
      { key: { a: 1 } },
    ])
    expect(store.count('people', {})).toBe(6)
  })
})

describe('a list where each element would have to be unique is refused', () => {
  const byPhone = { people: { indexes: [index('phone', { 'calls.phone': 1 }, true)] } }
  const refused = {
    code: 'DATABASE_REQUEST_FAILED',
    message:
      "the local cloud cannot keep the elements of a list unique: 'calls.phone' has the unique index 'phone'",
  }

  it('to insert, update and replace', () => {
    const store = temporaryStore(byPhone)
    store.insert('people', [{ _id: 'a', calls: { phone: '1' } }])
    const calls = [{ phone: '2' }]
    expect(refusalOf(() => store.insert('people', [{ calls: { phone: ['2'] } }]))).toEqual(refused)
    expect(refusalOf(() => store.replace('people', 'a', { calls }))).toEqual(refused)
    expect(refusalOf(() => store.update('people', {}, { $set: { calls } }, { multi: true }))).toEqual(refused)
    expect(store.count('people', { calls: { phone: '1' } })).toBe(1)
  })

  it('also where it is older than the index', () => {
    const directory = temporaryDirectory()
    const store = temporaryStore({ people: {} }, directory)
    store.insert('people', [{ calls: [{ phone: '2' }] }])
    close(store)
    expect(refusalOf(() => temporaryStore(byPhone, directory))).toEqual(refused)
  })
})

describe('a changed declaration', () => {
  const reopened = (
    before: DatabaseDeclaration['collections'],
    after: DatabaseDeclaration['collections'],
  ) => {
    const directory = temporaryDirectory()
    const store = temporaryStore(before, directory)
    store.insert('people', [
      { _id: 'a', phone: '1', day: 1, rank: [2, 9] },
      { _id: 'b', phone: '2', day: 2, rank: 3 },
    ])
    close(store)
    return temporaryStore(after, directory)
  }

  it('makes a new unique index hold for what is there already', () => {
    const store = reopened({ people: {} }, { people: { indexes: [index('phone', { phone: 1 }, true)] } })
    expect(refusalOf(() => store.insert('people', [{ phone: '1' }]))).toEqual(duplicate('people', 'phone'))
  })

  it('forgets an index that vanished', () => {
    const store = reopened({ people: { indexes: [index('phone', { phone: 1 }, true)] } }, { people: {} })
    store.insert('people', [{ phone: '1' }])
    expect(store.count('people', { phone: '1' })).toBe(2)
  })

  it('rebuilds an index whose keys changed under the same name', () => {
    const store = reopened(
      { people: { indexes: [index('key', { phone: 1 }, true)] } },
      { people: { indexes: [index('key', { phone: 1, day: 1 }, true)] } },
    )
    store.insert('people', [{ phone: '1', day: 2 }])
    expect(() => store.insert('people', [{ phone: '1', day: 2 }])).toThrow('E11000')
  })

  it('finds lists element by element also where the index came after them', () => {
    const store = reopened({ people: {} }, { people: { indexes: [index('rank', { rank: 1 })] } })
    const found = store.find('people', { filter: { rank: { $gte: 3 } }, sort: { _id: 1 } })
    expect(documents(found).map(({ _id }) => _id)).toEqual(['a', 'b'])
  })

  it('that the data contradicts is refused, and names the index', () => {
    const directory = temporaryDirectory()
    const store = temporaryStore({ people: {} }, directory)
    store.insert('people', [{ phone: '1' }, { phone: '1' }])
    close(store)
    const unique = { people: { indexes: [index('phone', { phone: 1 }, true)] } }
    expect(refusalOf(() => temporaryStore(unique, directory))).toEqual(duplicate('people', 'phone'))
  })

  it('leaves a collection that it no longer names, and what it holds', () => {
    expect(reopened({ people: {} }, {}).count('people', {})).toBe(2)
  })
})
