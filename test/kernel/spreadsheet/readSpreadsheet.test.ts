import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { readSpreadsheet } from '@kernel/spreadsheet/readSpreadsheet'

const ROWS = 1000

const read = async (bytes: Uint8Array) => {
  const read = await readSpreadsheet(bytes, ROWS)
  if (!read.ok) throw new Error(read.fault)
  return read.sheets
}
const faultOf = async (bytes: Uint8Array) => {
  const read = await readSpreadsheet(bytes, ROWS)
  return read.ok ? null : read.fault
}

const gb18030 = Buffer.from('c9e7c7f82cd0a1c7f80d0ab4bacffe2cb6abd4b70d0a', 'hex')
const table = [
  ['社区', '小区'],
  ['春晓', '东苑'],
]
const csv = '社区,小区\r\n春晓,东苑\r\n'

describe('a CSV file is read', () => {
  it.each<[as: string, bytes: Uint8Array]>([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${csv}`)],
    ['GB 18030, as Excel in China saves it', gb18030],
    ['UTF-16, Excel’s “Unicode text”', Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le')],
    ['separated by semicolons', Buffer.from(csv.replaceAll(',', ';'))],
    ['with the line ends of old Macs', Buffer.from(csv.replaceAll('\r\n', '\r'))],
    ['without a line end', Buffer.from(csv.trimEnd())],
  ])('in %s', async (_as, bytes) => {
    expect(await read(bytes)).toEqual([table])
  })

  it('with commas, quotes and line breaks within quotes', async () => {
    expect(await read(Buffer.from('小区\n"东苑, ""A"" 区\n一期"'))).toEqual([
      [['小区'], ['东苑, "A" 区\n一期']],
    ])
  })

  it('with its blank lines, so that lines can be counted', async () => {
    expect(await read(Buffer.from('社区,小区\n\n春晓,东苑'))).toEqual([[table[0], [''], table[1]]])
  })

  it('with lines of different length', async () => {
    expect(await read(Buffer.from('a,b\n1\n1,2,3'))).toEqual([[['a', 'b'], ['1'], ['1', '2', '3']]])
  })
})

const SHEET = 'xl/worksheets/sheet1.xml'

/** An XLSX file whose one sheet is this XML. */
const withSheet = (rows: string): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    [SHEET]: strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  })

const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`

describe('an XLSX file is read', () => {
  it('sheet by sheet', async () => {
    const bytes = await writeXlsxFile([
      { data: [['说明']], sheet: '说明' },
      { data: table, sheet: '台账' },
    ]).toBuffer()
    expect(await read(bytes)).toEqual([[['说明']], table])
  })

  it('with numbers as they are written, however long', async () => {
    const bytes = withSheet('<row r="1"><c r="A1"><v>510104001001</v></c><c r="B1"><v>7</v></c></row>')
    expect(await read(bytes)).toEqual([[['510104001001', '7']]])
  })

  it('with a date as the day it is', async () => {
    const bytes = await writeXlsxFile([
      [{ value: new Date('2026-01-01'), type: Date, format: 'm-d' }],
    ]).toBuffer()
    expect(await read(bytes)).toEqual([[['2026-01-01']]])
  })

  it('with an error value as a text', async () => {
    const bytes = withSheet(`<row r="1">${text('A1', '东苑')}<c r="B1" t="e"><v>#REF!</v></c></row>`)
    expect(await read(bytes)).toEqual([[['东苑', '#REF!']]])
  })

  it('with the lines that it leaves out as blank ones', async () => {
    const bytes = withSheet(`<row r="1">${text('A1', '小区')}</row><row r="3">${text('A3', '东苑')}</row>`)
    expect(await read(bytes)).toEqual([[['小区'], [''], ['东苑']]])
  })
})

/** A packed file of one size that says it is of another. */
function packed(said: number, size: number): Uint8Array {
  const name = Buffer.from(SHEET)
  const content = deflateRawSync(Buffer.alloc(size))
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt32LE(said, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name, content])
}

const MEGABYTE = 1024 * 1024

describe('a file is refused', () => {
  it.each<[what: string, bytes: () => Uint8Array, fault: string]>([
    ['with nothing in it', () => Buffer.alloc(0), 'sheetEmpty'],
    ['of Excel before 2007', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheetOld'],
    ['that is a photograph', () => Buffer.from('ffd8ffe000104a46494600', 'hex'), 'sheetKind'],
    ['that is a web page', () => Buffer.from('<html><table></table></html>'), 'sheetKind'],
    ['that is a PDF', () => Buffer.from('%PDF-1.7'), 'sheetKind'],
    ['that is a packed folder', () => zipSync({ 'a.txt': strToU8('a') }), 'sheetKind'],
    ['that broke off', () => withSheet(text('A1', '东苑'.repeat(99))).subarray(0, 300), 'sheetUnreadable'],
    ['whose sheet is no XML', () => withSheet('<row r="1"><c'), 'sheetUnreadable'],
    ['with a quote that does not end', () => Buffer.from('社区\n"春晓'), 'sheetUnreadable'],
    ['that unpacks to too much', () => packed(70 * MEGABYTE, 70 * MEGABYTE), 'sheetTooLarge'],
    ['that unpacks to more than it says', () => packed(100, 200 * MEGABYTE), 'sheetTooLarge'],
    ['of too many lines', () => Buffer.from('a\n'.repeat(ROWS + 1)), 'sheetTooLong'],
    ['with a line far below', () => withSheet('<row r="900000000"></row>'), 'sheetTooLong'],
    [
      'with a cell far to the right',
      () => withSheet(`<row r="1">${text('XFD1', '东苑')}</row>`),
      'sheetTooLong',
    ],
    ['with a cell far below', () => withSheet(`<row>${text('A900000000', '东苑')}</row>`), 'sheetTooLong'],
  ])('%s', async (_what, bytes, fault) => {
    expect(await faultOf(bytes())).toBe(fault)
  })
})
