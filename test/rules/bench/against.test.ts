import { worseThan } from '../../bench/against'
import type { Column } from '../../bench/table'

const costs: Column = { name: 'requests', unit: 'requests', worse: 'higher' }
const speed: Column = { name: 'per second', unit: 'count', worse: 'lower' }
const time: Column = { name: 'median', unit: 'ms', worse: null }

const run = (cell: number | null, column = costs, what = 'register') => [
  { name: 'cost', tables: [{ title: 'One act', columns: [column], rows: [{ what, cells: [cell] }] }] },
]

it.each([
  ['as before', costs, 2, 2],
  ['15 % more', costs, 100, 115],
  ['less of what should be little', costs, 3, 2],
  ['15 % less of what should be much', speed, 100, 85],
  ['more of what should be much', speed, 100, 200],
  ['a time that is only printed', time, 1, 100],
  ['measured for the first time', costs, null, 5],
  ['twice of what hardly ever happens', costs, 0.001, 0.002],
])('%s is not worse', (_what, column, before, now) => {
  expect(worseThan(run(before, column), run(now, column))).toEqual([])
})

it.each<[string, Column, number, number | null, string]>([
  ['more than 15 % more', costs, 2, 3, 'cost: register: requests 3 instead of 2'],
  ['anything where there was nothing', costs, 0, 1, 'cost: register: requests 1 instead of 0'],
  [
    'more than 15 % less of what should be much',
    speed,
    100,
    84,
    'cost: register: per second 84 instead of 100',
  ],
  ['what is not measured any more', costs, 2, null, 'cost: register: requests: not measured any more'],
])('%s is worse', (_what, column, before, now, sentence) => {
  expect(worseThan(run(before, column), run(now, column))).toEqual([sentence])
})

it('names an act that is gone', () => {
  expect(worseThan(run(2), run(2, costs, 'decide'))).toEqual(['cost: register: not measured any more'])
})

it('names a table that is gone', () => {
  expect(worseThan(run(2), [{ name: 'cost', tables: [] }])).toEqual(['cost: One act: not measured any more'])
})

it('says nothing of sections that are not run now, nor of those that were not run before', () => {
  expect(worseThan(run(2), [])).toEqual([])
  expect(worseThan([], run(2))).toEqual([])
})

it('finds a column again wherever it stands', () => {
  const [section] = run(2)
  const moved = [{ title: 'One act', columns: [time, costs], rows: [{ what: 'register', cells: [9, 4] }] }]
  expect(worseThan([section!], [{ name: 'cost', tables: moved }])).toEqual([
    'cost: register: requests 4 instead of 2',
  ])
})
