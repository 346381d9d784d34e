import {
  isNodeName,
  isPlaceCode,
  SHEET_LINES,
  type Column,
  type LineFault,
  type LineFaultName,
} from '@contract/placeImport'
import { levels, type Level } from '@contract/roles'
import type { Sheet } from '@kernel/spreadsheet/sheet'
import { tidy } from '@kernel/spreadsheet/tidy'
import type { Header } from './headerRules'
import { keyOf } from './placeTextRules'

/** The place that is imported into, with the names of itself and of what is above it. */
export interface Root {
  level: Level
  names: Partial<Record<Level, string>>
}

/** A line of the sheet, as it is meant: the names from below the root down to the place it is about. */
export interface Line {
  line: number
  names: { level: Level; name: string }[]
  code: string
}

export interface Lines {
  lines: Line[]
  faults: LineFault[]
  /** The levels below the root at which the sheet names anything. */
  levels: Level[]
}

/** There is no such level here: the building of a compound without grid. */
const NONE = /^(无|没有|-+|—+|－+|\/)$/
const TOTAL = /^(合计|总计|小计|共计)[:：]?$/
/** What Excel makes of 1-2: a day. */
const DATE = /^(\d{4}-\d\d-\d\d|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2})$/
const ERROR_VALUE = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/

const faultOfName = (name: string): LineFaultName | null => {
  if (ERROR_VALUE.test(name)) return 'errorValue'
  if (DATE.test(name)) return 'date'
  return isNodeName(name) ? null : 'name'
}

const faultOfCode = (code: string): LineFaultName | null => {
  if (ERROR_VALUE.test(code)) return 'errorValue'
  return isPlaceCode(code) ? null : 'code'
}

type Cells = Partial<Record<Column, string>>
type Fault = Pick<LineFault, 'column' | 'fault'>

/** A level that the tree does not know, such as the district above a street office that stands alone, says nothing. */
const isElsewhere = (level: Level, name: string, { names }: Root): boolean => {
  const own = names[level]
  return own !== undefined && !NONE.test(name) && keyOf(name) !== keyOf(own)
}

/** The levels that a line names, or what is wrong with it; null for a line that says nothing. */
function namedIn(cells: Cells, below: readonly Level[], root: Root): Level[] | Fault | null {
  const written = levels.filter((level) => cells[level])
  const [first] = written
  if (!first) return cells.code ? { column: 'code', fault: 'nameless' } : null
  if (TOTAL.test(cells[first] ?? '')) return null
  const elsewhere = written.find((level) => isElsewhere(level, cells[level] ?? '', root))
  if (elsewhere) return { column: elsewhere, fault: 'elsewhere' }

  const isNamed = (level: Level) => cells[level] && !NONE.test(cells[level])
  const lowest = [...below].reverse().find(isNamed)
  if (!lowest) return { column: first, fault: 'above' }
  const wanted = below.slice(0, below.indexOf(lowest) + 1)
  const gap = wanted.find((level) => !cells[level])
  return gap ? { column: gap, fault: 'gap' } : wanted.filter(isNamed)
}

/** What is wrong with what stands in the cells of these levels, or with the number. */
function faultIn(cells: Cells, named: readonly Level[]): Fault | null {
  for (const column of named) {
    const fault = faultOfName(cells[column] ?? '')
    if (fault) return { column, fault }
  }
  const fault = faultOfCode(cells.code ?? '')
  return fault && { column: 'code', fault }
}

/** The lines below the header; `tooLong` when there are more than are taken. */
export function readLines(sheet: Sheet, header: Header, headerRow: number, root: Root): Lines | 'tooLong' {
  const rows = sheet.slice(headerRow + 1)
  if (rows.length > SHEET_LINES) return 'tooLong'
  const all = rows.map((row): Cells =>
    Object.fromEntries([...header].map(([column, index]) => [column, tidy(row[index] ?? '')])),
  )
  const isUsed = (level: Level) => all.some((cells) => cells[level] && !NONE.test(cells[level]))
  const below = levels.filter((level) => levels.indexOf(level) > levels.indexOf(root.level) && isUsed(level))

  const lines: Line[] = []
  const faults: LineFault[] = []
  all.forEach((cells, index) => {
    const line = headerRow + 2 + index
    const named = namedIn(cells, below, root)
    if (!named) return
    const fault = Array.isArray(named) ? faultIn(cells, named) : named
    if (fault) faults.push({ line, ...fault, text: (cells[fault.column] ?? '').slice(0, 40), other: null })
    else if (Array.isArray(named)) {
      const names = named.map((level) => ({ level, name: cells[level] ?? '' }))
      lines.push({ line, names, code: cells.code ?? '' })
    }
  })
  return { lines, faults, levels: below }
}
