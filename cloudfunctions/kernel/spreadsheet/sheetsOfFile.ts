import { SHEET_BYTES } from '@contract/placeImport'
import { readFile } from '../files'
import { noSpreadsheet, type Spreadsheet } from './sheet'

const isWritten = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '')

/** The sheets of an incoming file, of at most so many rows each; something is written in one of them. */
export async function sheetsOfFile(file: string, most: number): Promise<Spreadsheet> {
  const bytes = await readFile(file, SHEET_BYTES)
  if (bytes === 'missing') return noSpreadsheet('sheetMissing')
  if (bytes === 'tooLarge') return noSpreadsheet('sheetTooLarge')
  // Another 100 KB, which few calls need.
  const { readSpreadsheet } = await import('./readSpreadsheet')
  const read = await readSpreadsheet(bytes, most)
  if (!read.ok || read.sheets.some((sheet) => sheet.some(isWritten))) return read
  return noSpreadsheet('sheetEmpty')
}
