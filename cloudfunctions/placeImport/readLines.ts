import type { FieldFault } from '@contract/faults'
import { SHEET_BYTES, SHEET_LINES, type Column } from '@contract/placeImport'
import { levels } from '@contract/roles'
import { readFile } from '@kernel/files'
import type { PlaceDocument } from '@kernel/placeDocument'
import { readSpreadsheet } from '@kernel/spreadsheet/readSpreadsheet'
import { findHeader } from './headerRules'
import { readLines, type Lines, type Root } from './lineRules'

/** What a file says about places below a root, and which columns say it. */
export interface FileLines extends Lines {
  columns: Column[]
}

/** A title and a header may stand above the lines. */
const ROWS = SHEET_LINES + 20

const rootOf = ({ level, at, names }: PlaceDocument): Root => {
  const known = levels.filter((one) => at[one] !== undefined)
  return { level, names: Object.fromEntries(known.map((one, index) => [one, names[index]])) }
}

/** Reads the lines of a file: of its first sheet that has a header. */
export async function linesOfFile(file: string, root: PlaceDocument): Promise<FileLines | FieldFault> {
  const bytes = await readFile(file, SHEET_BYTES)
  if (bytes === 'missing') return 'sheetMissing'
  if (bytes === 'tooLarge') return 'sheetTooLarge'
  const read = await readSpreadsheet(bytes, ROWS)
  if (!read.ok) return read.fault
  const isWritten = (row: readonly string[]) => row.some((cell) => cell.trim() !== '')
  if (!read.sheets.some((sheet) => sheet.some(isWritten))) return 'sheetEmpty'

  for (const sheet of read.sheets) {
    const found = findHeader(sheet)
    if (!found) continue
    const lines = readLines(sheet, found.header, found.row, rootOf(root))
    if (lines === 'tooLong') return 'sheetTooLong'
    const isEmpty = lines.lines.length === 0 && lines.faults.length === 0
    return isEmpty ? 'sheetEmpty' : { ...lines, columns: [...found.header.keys()] }
  }
  return 'sheetHeader'
}
