import type { Day } from '@contract/calendar'
import type { Sheet } from '@kernel/spreadsheet/sheet'
import type { Written } from './areaRules'
import { findHeader } from './headerRules'
import { looseLines } from './looseRules'
import { linesUnder } from './tableRules'

const columnMarks = [/\t/, /[,，]/, /、/, /\||｜/, /\s+/]

/** The lines of the first sheet with a header; without one, of the first in which something is written. */
export function linesOfSheets(sheets: readonly Sheet[], today: Day): Written[] {
  for (const sheet of sheets) {
    const found = findHeader(sheet)
    if (found) return linesUnder(sheet, found.header, found.row)
  }
  return sheets.map((sheet) => looseLines(sheet, today)).find((lines) => lines.length > 0) ?? []
}

/** The lines of what was pasted: a table with a header parts its columns by one mark throughout. */
export function linesOfText(text: string, today: Day): Written[] {
  const rows = text.split(/\r\n|\n|\r/)
  for (const mark of columnMarks) {
    const sheet = rows.map((row) => row.split(mark))
    const found = findHeader(sheet)
    if (found) return linesUnder(sheet, found.header, found.row)
  }
  return looseLines(
    rows.map((row) => [row]),
    today,
  )
}
