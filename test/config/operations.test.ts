import { existsSync, readFileSync } from 'node:fs'
import { templates } from '@contract/messages'
import { day, monthUnder, plans } from '../../config/costs'
import { withTables } from '../../config/operationsTables'
import { inRoot } from '../../config/root'

const text = readFileSync(inRoot('docs/operations.md'), 'utf8')

it('docs/operations.md has the tables that the code makes; `npm run operations` makes them anew', () => {
  expect(text).toBe(withTables(text))
  expect(text.match(/<!-- table: \w+ -->/g)).toHaveLength(4)
})

it('from an empty account to the first administrator are at most twenty steps', () => {
  const [, steps = ''] = /\n## 从零到第一个管理员[^\n]*\n([^]*?)\n## /.exec(text) ?? []
  const numbers = (steps.match(/^\d+\. /gm) ?? []).map(Number)
  expect(numbers.length).toBeGreaterThan(10)
  expect(numbers).toEqual(numbers.map((_, n) => n + 1))
  expect(numbers.length).toBeLessThanOrEqual(20)
})

it('names every variable that the commands read, and no command that is not there', () => {
  const variables = Object.values(templates).map(({ environment }) => environment)
  for (const one of [
    ...variables,
    'SHOUWANG_APPID',
    'SHOUWANG_UPLOAD_KEY',
    'TENCENTCLOUD_SECRETID',
    'TENCENTCLOUD_SECRETKEY',
  ])
    expect(text).toContain(one)
  const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { scripts: object }
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

it('leads to files that are there', () => {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link)
  expect(links.filter((link) => !existsSync(inRoot(`docs/${link}`)))).toEqual([])
})

it('the larger plan costs less where the smaller one is exceeded', () => {
  const costs = plans.map(monthUnder)
  expect(30 * (day.calls + day.requests)).toBeGreaterThan(plans[2]!.calls)
  expect(Math.min(...costs)).toBeLessThan(costs[0]!)
})
