import { join } from 'node:path'
import { Catalogue } from '../../../local/store/catalogue'
import { Connection } from '../../../local/store/driver'
import { planFilter } from '../../../local/store/planner'
import { select, selectCount } from '../../../local/store/selection'
import type { Document, Filter } from '../../../local/store'
import { close, index, removeTemporaryStores, temporaryDirectory, temporaryStore } from './temporaryStore'

const INDEXES = [
  index('inbox', { 'at.community': 1, 'todo.dueAt': 1, _id: 1 }),
  index('mine', { owner: 1, 'at.opened': -1 }),
]
const DUE = new Date(1.6e12)

let connection: Connection
let catalogue: Catalogue

/** A store as it is in use: its values are what tells the planner that it may trust SQLite. */
const stored = (documents: Document[]) => {
  const directory = temporaryDirectory()
  const store = temporaryStore({ cases: { indexes: INDEXES } }, directory)
  store.insert('cases', documents)
  close(store)
  connection = new Connection(join(directory, 'database.sqlite'))
  catalogue = new Catalogue(connection, { collections: {} })
}
const ordinary = [
  { _id: 'a', owner: 'x', at: { community: 'c1', opened: DUE }, todo: { dueAt: DUE } },
  { _id: 'b', owner: 'x', at: { community: 'c2', opened: DUE }, todo: null },
]
afterEach(() => {
  connection.close()
  removeTemporaryStores()
})

const planOf = (filter: Filter) => planFilter(filter, catalogue.collection('cases').types)
const steps = (sql: string) =>
  [...connection.rows(`EXPLAIN QUERY PLAN ${sql}`)].map(({ detail }) => String(detail))
const stepsOf = (filter: Filter, sort: Record<string, 1 | -1>) => {
  const { queries } = select(connection, catalogue.collection('cases'), planOf(filter), sort, 21)
  return queries.flatMap(({ sql }) => steps(sql))
}

const BY_DUE = { 'todo.dueAt': 1, _id: 1 } as const
const ONE = 'SEARCH c_cases USING INDEX i_cases.inbox (<expr>=? AND <expr>>?)'
const TIE = 'SEARCH c_cases USING INDEX i_cases.inbox (<expr>=? AND <expr>=? AND _id>?)'
const behind = { $or: [{ 'todo.dueAt': { $gt: DUE } }, { 'todo.dueAt': DUE, _id: { $gt: 'a' } }] }
const open = { 'todo.dueAt': { $gt: new Date(0) } }

const served: [what: string, filter: Filter, sort: Record<string, 1 | -1>, steps: string[]][] = [
  ['an id', { _id: 'a' }, {}, ['SEARCH c_cases USING INDEX sqlite_autoindex_c_cases_1 (_id=?)']],
  [
    'my own, latest first',
    { owner: 'x' },
    { 'at.opened': -1 },
    ['SEARCH c_cases USING INDEX i_cases.mine (<expr>=?)'],
  ],
  ['the first page of a community', { 'at.community': 'c1', ...open }, BY_DUE, [ONE]],
  ['the next page', { $and: [{ 'at.community': 'c1' }, behind] }, BY_DUE, [ONE, TIE]],
  [
    'a page with more filters',
    { $and: [{ 'at.community': 'c1' }, behind, { kind: 'tip' }, { 'subject.display': /张/ }] },
    BY_DUE,
    [ONE, TIE],
  ],
  [
    'a page of one of several kinds',
    { 'at.community': 'c1', ...open, $or: [{ kind: 'tip' }, { kind: 'need' }] },
    BY_DUE,
    [ONE],
  ],
  [
    'a page of several communities',
    { $and: [{ 'at.community': { $in: ['c1', 'c2'] } }, behind] },
    BY_DUE,
    [ONE, TIE, ONE, TIE],
  ],
  [
    'a page of either place',
    {
      $or: [
        { 'at.community': 'c1', ...open },
        { 'at.community': 'c2', ...open },
      ],
    },
    BY_DUE,
    [ONE, ONE],
  ],
]
it.each(served)('reads %s from an index, in order', (_, filter, sort, expected) => {
  stored(ordinary)
  expect(stepsOf(filter, sort)).toEqual(expected)
})

it('counts within an index', () => {
  stored(ordinary)
  const plan = planOf({ 'at.community': { $in: ['c1', 'c2'] }, ...open })
  expect(plan.exact).toBe(true)
  expect(steps(selectCount(catalogue.collection('cases'), plan).sql)).toEqual([
    'SEARCH c_cases USING COVERING INDEX i_cases.inbox (<expr>=? AND <expr>>?)',
  ])
})

it('does not multiply the reading when an order has no index', () => {
  stored(ordinary)
  const filter = { 'at.community': { $in: ['c1', 'c2'] } }
  const { queries } = select(connection, catalogue.collection('cases'), planOf(filter), { owner: 1 })
  expect(queries).toHaveLength(1)
})

const untrusted: [what: string, value: unknown][] = [
  ['a list', ['x']],
  ['a yes or no', true],
  ['an object, which SQLite sees as text', { a: 1 }],
]
it.each(untrusted)('lets MongoDB judge texts at a path that once held %s', (_, owner) => {
  stored([...ordinary, { _id: 'c', owner }])
  expect(planOf({ owner: 'x' }).exact).toBe(false)
  expect(select(connection, catalogue.collection('cases'), planOf({}), { owner: 1 }).ordered).toBe(false)
})

it('trusts SQLite with nulls beside one type', () => {
  stored([...ordinary, { _id: 'c', owner: null }, { _id: 'd' }])
  expect(planOf({ owner: { $in: ['x', null] } }).exact).toBe(true)
})
