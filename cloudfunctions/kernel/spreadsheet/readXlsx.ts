import { strFromU8, strToU8, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { noSpreadsheet, type Sheet, type Spreadsheet } from './sheet'
import { unpack, type Entries } from './unpack'

// `x:` and the like: some programs give the tags a prefix.
const ROW = /<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g
const WIDE_CELL = /<(?:\w+:)?c\s[^>]*?\br="[A-Za-z]{3,}/
const HIGH_CELL = /<(?:\w+:)?c\s[^>]*?\br="[A-Za-z]+\d{6,}"/
const ERROR_CELL = /(<(?:\w+:)?c\s[^>]*?\bt=)"e"/g

/** The reader fills the gaps between cells: a single one far away would take all memory. */
const isTooLong = (xml: string, most: number): boolean => {
  if (WIDE_CELL.test(xml) || HIGH_CELL.test(xml)) return true
  for (const [, row] of xml.matchAll(ROW)) if (Number(row) > most) return true
  return false
}

/** Reads an XLSX file. Numbers stay as they are written, a date becomes `2026-01-31`, an error value such as `#REF!` a text. */
export async function readXlsx(bytes: Uint8Array, most: number): Promise<Spreadsheet> {
  let entries: Entries | 'tooLarge'
  try {
    entries = unpack(bytes)
  } catch {
    return noSpreadsheet('sheetUnreadable')
  }
  if (entries === 'tooLarge') return noSpreadsheet('sheetTooLarge')
  if (!entries.has('xl/workbook.xml')) return noSpreadsheet('sheetKind')

  const tamed: Record<string, Uint8Array> = {}
  for (const [name, content] of entries) {
    const xml = strFromU8(content)
    if (isTooLong(xml, most)) return noSpreadsheet('sheetTooLong')
    // The reader gives up at the first error value, wherever it stands; here it is a text like others.
    tamed[name] = xml.includes('"e"') ? strToU8(xml.replace(ERROR_CELL, '$1"str"')) : content
  }
  return readTamed(zipSync(tamed, { level: 0 }))
}

async function readTamed(bytes: Uint8Array<ArrayBuffer>): Promise<Spreadsheet> {
  try {
    const sheets = await readXlsxFile<string>(new Blob([bytes]), { parseNumber: (text) => text })
    // Its types name the class of dates where they mean a date.
    const tables = sheets.map(({ data }) => data as (string | boolean | Date | null)[][])
    return { ok: true, sheets: tables.map((table): Sheet => table.map((row) => row.map(textOf))) }
  } catch {
    // Whatever a strange file does to the reader, there is one thing to tell.
    return noSpreadsheet('sheetUnreadable')
  }
}

const textOf = (cell: string | boolean | Date | null): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null ? '' : String(cell)
}
