import { parse } from 'csv-parse/sync'
import { noSpreadsheet, type Sheet, type Spreadsheet } from './sheet'

const DELIMITERS = [',', '\t', ';'] as const

/** Excel in China saves CSV in GB 18030; its "Unicode text" is UTF-16. Throws on what is no text. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}

const delimiterOf = (text: string): string => {
  const beginning = text.slice(0, 4000)
  const countOf = (delimiter: string) => beginning.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (countOf(one) > countOf(best) ? one : best))
}

const isText = (text: string): boolean => !text.includes('\u0000') && !/^\s*(<|%PDF)/.test(text)

/** Reads a CSV file; blank lines count, as they do in Excel. */
export function readCsv(bytes: Uint8Array, most: number): Spreadsheet {
  let text: string
  try {
    text = decode(bytes)
  } catch {
    return noSpreadsheet('sheetKind')
  }
  if (!isText(text)) return noSpreadsheet('sheetKind')
  try {
    const sheet: Sheet = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: most + 1,
    })
    return sheet.length > most ? noSpreadsheet('sheetTooLong') : { ok: true, sheets: [sheet] }
  } catch {
    return noSpreadsheet('sheetUnreadable')
  }
}
