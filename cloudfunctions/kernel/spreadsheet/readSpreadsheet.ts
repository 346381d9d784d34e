import { readCsv } from './readCsv'
import { readXlsx } from './readXlsx'
import { noSpreadsheet, type Spreadsheet } from './sheet'

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** XLS of before 2007, and files under a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/** Reads a spreadsheet of at most so many rows. What it is, its bytes say; its name says nothing. */
export async function readSpreadsheet(bytes: Uint8Array, most: number): Promise<Spreadsheet> {
  if (bytes.length === 0) return noSpreadsheet('sheetEmpty')
  if (begins(bytes, COMPOUND_FILE)) return noSpreadsheet('sheetOld')
  return begins(bytes, ZIP) ? readXlsx(bytes, most) : readCsv(bytes, most)
}
