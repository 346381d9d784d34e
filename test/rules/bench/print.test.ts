import { describeTable } from '../../bench/print'
import type { Unit } from '../../bench/table'

const cell = (value: number | null, unit: Unit): string => {
  const text = describeTable({
    title: '',
    columns: [{ name: '', unit, worse: null }],
    rows: [{ what: 'it', cells: [value] }],
  })
  return /it {2}(.*)$/.exec(text)?.[1] ?? ''
}

it.each<[number | null, Unit, string]>([
  [2, 'requests', '2'],
  [1.153, 'requests', '1.15'],
  [59_893.4, 'bytes', '59,893'],
  [1_000_000, 'documents', '1,000,000'],
  [12.34, 'times', '12.3 x'],
  [1, 'times', '1.0 x'],
  [Infinity, 'times', '∞ x'],
  [3.456, 'ms', '3.46 ms'],
  [1234.5, 'ms', '1235 ms'],
  [149.97, 'KB', '150.0 KB'],
  [null, 'ms', '-'],
])('%s %s is shown as %s', (value, unit, text) => {
  expect(cell(value, unit)).toBe(text)
})

it('a table is aligned, with its notes below', () => {
  const text = describeTable({
    title: 'What it costs',
    columns: [
      { name: 'requests', unit: 'requests', worse: 'higher' },
      { name: 'least', unit: 'times', worse: null },
    ],
    rows: [
      { what: 'register', cells: [2, 2] },
      { what: '一条线索', cells: [12, null] },
    ],
    notes: ['FAILED: too much'],
  })
  expect(text.split('\n')).toEqual([
    'What it costs',
    '            requests  least',
    '  register         2  2.0 x',
    '  一条线索        12      -',
    '  FAILED: too much',
  ])
})

it('a column nobody has filled is a dash', () => {
  const text = describeTable({
    title: '',
    columns: [{ name: 'p99', unit: 'ms', worse: null }],
    rows: [{ what: 'home', cells: [] }],
  })
  expect(text).toMatch(/home {4}-$/)
})
