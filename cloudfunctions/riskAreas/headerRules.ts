import type { AreaColumn } from '@contract/riskAreas'
import type { Sheet } from '@kernel/spreadsheet/sheet'
import { tidy } from '@kernel/spreadsheet/tidy'

/** What offices write above a column, without what stands in brackets, 所属 and the like. */
const titles: [AreaColumn, RegExp][] = [
  ['code', /^(行政)?(区划|地区|区域)?(代码|编码)$/],
  ['province', /^(省|省份|省市|省级|省市区|省自治区直辖市)$/],
  ['city', /^(市|地市|市州|城市|地级市|州市)$/],
  ['county', /^(县|区|区县|县区|县市区|市县区|区县市|县级|县级市)$/],
  ['region', /^(地区|行政区|行政区划|区域|所在地|省市县|省市区县)$/],
  [
    'name',
    /^(名称|地址|具体地址|详细地址|地点|具体地点|位置|具体位置|点位|范围|具体范围|小区|街道|风险区|风险点|风险点位|风险地区|高风险区|中风险区|低风险区)$/,
  ],
  ['level', /^(等级|级别|风险等级|风险级别|风险|类别|类型)$/],
  ['from', /^(起|自|从|开始|起始|起始于|划定|划定于|生效|生效于|列入|调整|起止)$/],
  ['until', /^(止|至|到|结束|截止|截至|解除)$/],
]

const ASIDE = /[(（[【].*?[)）\]】]/g
const BETWEEN = /[\s*/、:：]/g
const AROUND = /^(所属|所在)(?=.)|(日期|时间|之日|日)$/g

/** In characters: whatever is longer is no title, and some of it takes long to look through. */
const TITLE_AT_MOST = 60

const columnOf = (cell: string): AreaColumn | undefined => {
  if (cell.length > TITLE_AT_MOST) return undefined
  const title = tidy(cell).replace(ASIDE, '').replace(BETWEEN, '').replace(AROUND, '')
  return titles.find(([, pattern]) => pattern.test(title) || pattern.test(title.replace(/名称$/, '')))?.[0]
}

/** Which cell of a line is what; the first of two columns of one kind counts. */
export type Header = ReadonlyMap<AreaColumn, number>

const headerIn = (row: readonly string[]): Header => {
  const header = new Map<AreaColumn, number>()
  row.forEach((cell, index) => {
    const column = columnOf(cell)
    if (column && !header.has(column)) header.set(column, index)
  })
  return header
}

const saysWhere: readonly AreaColumn[] = ['code', 'province', 'city', 'county', 'region', 'name']

// A single word above a column is a header only where there is one column: 高风险区 alone is a heading.
const isHeader = (header: Header): boolean =>
  saysWhere.some((column) => header.has(column)) && header.size > 1

const LOOKED_AT = 20

/** The header of a sheet, and the index of the row that holds it: titles may stand above. null when there is none. */
export function findHeader(sheet: Sheet): { header: Header; row: number } | null {
  const found = sheet.slice(0, LOOKED_AT).map((row, index) => ({ header: headerIn(row), row: index }))
  const [best] = found
    .filter(({ header }) => isHeader(header))
    .sort((one, other) => other.header.size - one.header.size || one.row - other.row)
  return best ?? null
}
