import type { AreaColumn } from '@contract/riskAreas'
import type { WrittenRegion } from '@contract/regionSearch'
import type { Sheet } from '@kernel/spreadsheet/sheet'
import { tidy } from '@kernel/spreadsheet/tidy'
import type { Written } from './areaRules'
import type { Header } from './headerRules'
import { headingLevel } from './levelRules'

type Cells = Partial<Record<AreaColumn, string>>

/** Before the names of a county come those of what it lies in. */
const regionColumns = ['code', 'region', 'county', 'city', 'province'] as const
const nested = ['province', 'city', 'county'] as const

const TOTAL = /^(合计|总计|小计|共计)[:：]?$/

/**
 * Offices merge cells: what stands in the first of several lines holds for the blank ones below, until a line names
 * something above it.
 */
function filled(cells: Cells, above: Cells): Cells {
  const written = nested.findIndex((column) => cells[column])
  const saysMore = cells.region || cells.code
  if (saysMore || (written < 0 && !cells.name)) return cells
  const taken = nested.filter((_, index) => written < 0 || index < written)
  return { ...cells, ...Object.fromEntries(taken.map((column) => [column, above[column] ?? ''])) }
}

function regionOf(cells: Cells): { region: WrittenRegion; name: string } {
  const { code = '', province = '', city = '', county = '', region = '', name = '' } = cells
  // The twelve digits of a street begin with those of its county.
  const written = { code: /^\d{9}$|^\d{12}$/.test(code) ? code.slice(0, 6) : code, province, city, county }
  const saysRegion = Object.values({ ...written, region }).some((text) => text !== '')
  return saysRegion
    ? { region: { ...written, region }, name }
    : { region: { ...written, region: name }, name: '' }
}

/** The lines below a header. */
export function linesUnder(sheet: Sheet, header: Header, headerRow: number): Written[] {
  const lines: Written[] = []
  let above: Cells = {}
  let heading = ''
  sheet.slice(headerRow + 1).forEach((row, index) => {
    const texts = row.map(tidy).filter((text) => text !== '')
    const [only = ''] = texts
    const isHeading = texts.length === 1 && headingLevel(only) !== undefined
    if (isHeading) heading = headingLevel(only) ?? ''
    if (isHeading || texts.length === 0 || texts.some((text) => TOTAL.test(text))) return
    const own: Cells = Object.fromEntries(
      [...header].map(([column, cell]) => [column, tidy(row[cell] ?? '')]),
    )
    const cells = filled(own, above)
    above = cells
    const { region, name } = regionOf(cells)
    lines.push({
      line: headerRow + 2 + index,
      region,
      regionColumn: regionColumns.find((column) => cells[column]) ?? (cells.name ? 'name' : 'region'),
      names: (rest) => [rest + name],
      level: cells.level || heading,
      from: cells.from ?? '',
      until: cells.until ?? '',
    })
  })
  return lines
}
