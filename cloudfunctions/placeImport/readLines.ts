import type { FieldFault } from '@contract/faults'
import { SHEET_LINES, type Column } from '@contract/placeImport'
import { levels } from '@contract/roles'
import type { PlaceDocument } from '@kernel/placeDocument'
import { sheetsOfFile } from '@kernel/spreadsheet/sheetsOfFile'
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
  const read = await sheetsOfFile(file, ROWS)
  if (!read.ok) return read.fault
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
