import type { Column } from '@contract/placeImport'
import type { Sheet } from '@kernel/spreadsheet/sheet'

/** What offices write above a column, without 所属, 名称 and the like. */
const titles: [Column, RegExp][] = [
  ['district', /^((市辖|行政)?区|县|区县|县区)$/],
  ['street', /^(街道|街镇|镇街|乡镇|街道乡镇|乡镇街道|镇|乡|街道办|街道办事处)$/],
  ['community', /^(社区|村社区|社区村|村|村居|居委会|村居委会)$/],
  ['grid', /^网格$/],
  ['compound', /^(小区|院落|小区院落|住宅小区|居民小区|楼院)$/],
  ['building', /^(楼栋|楼幢|栋|幢|楼|楼号|栋号|幢号|楼栋号|楼幢号)$/],
  ['unit', /^(单元|单元号)$/],
  ['household', /^(户|户号|户室|房|房号|房间|房间号|室|室号|门牌|门牌号)$/],
  ['code', /^(编号|编码|代码|地点编号|地点编码)$/],
]

const ASIDE = /[(（[【].*?[)）\]】]/g
const AROUND = /^(所属|所在)|(名称|全称|名)$/g

const columnOf = (cell: string): Column | null => {
  const title = cell
    .replace(ASIDE, '')
    .replace(/[\s*/、\u200b\ufeff]/g, '')
    .replace(AROUND, '')
  return titles.find(([, pattern]) => pattern.test(title))?.[0] ?? null
}

/** Which cell of a line is what; the first of two columns of one kind counts. */
export type Header = ReadonlyMap<Column, number>

const headerIn = (row: readonly string[]): Header => {
  const header = new Map<Column, number>()
  row.forEach((cell, index) => {
    const column = columnOf(cell)
    if (column && !header.has(column)) header.set(column, index)
  })
  return header
}

const LOOKED_AT = 20

/** The header of a sheet, and the index of the row that holds it: titles may stand above. null when there is none. */
export function findHeader(sheet: Sheet): { header: Header; row: number } | null {
  const found = sheet.slice(0, LOOKED_AT).map((row, index) => ({ header: headerIn(row), row: index }))
  const named = found.filter(({ header }) => [...header.keys()].some((column) => column !== 'code'))
  const [best] = named.sort((a, b) => b.header.size - a.header.size || a.row - b.row)
  return best ?? null
}
