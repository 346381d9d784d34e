import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measurePeer } from '../bench/peer'
import type { Table } from '../bench/table'

let folder: string
let table: Table
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shouwang-bench-peer-'))
  table = await measurePeer(join(__dirname, '../bench/fixtures/peer'), folder, { goes: 2, cases: 60 })
})
afterAll(() => rmSync(folder, { recursive: true }))

const figure = (what: string, name: string) => {
  const column = table.columns.findIndex((one) => one.name === name)
  return table.rows.find((row) => row.what === what)?.cells[column]
}

it('counts what each side asks of the database for the same kind of act', () => {
  expect([figure('register a user', 'theirs: requests'), figure('submit', 'theirs: requests')]).toEqual([
    3, 1,
  ])
  expect(figure('submit', 'requests')).toBeLessThanOrEqual(3)
})

it('counts documents that were looked at because there is no index', () => {
  expect(figure('list', 'theirs: documents')).toBeGreaterThanOrEqual(300)
  expect(figure('list', 'documents')).toBeLessThan(10)
})

it('says in a sentence what could not be measured, and measures the rest', () => {
  expect(figure('admin list', 'theirs: median: bare')).toBeNull()
  expect(figure('admin list', 'median: bare')).toBeGreaterThan(0)
  expect(table.notes).toEqual([
    'Theirs, admin list: manage needs a-package-of-their-own, which is not installed in its folder',
  ])
})
