import writeExcelFile from 'write-excel-file/node'

/** A sheet of texts, the first row its titles. */
export interface TextSheet {
  name: string
  /** In characters. */
  widths: number[]
  rows: string[][]
}

/** Every cell is text: a telephone number keeps its digits, and nothing that somebody typed is taken for a formula. */
export async function writeSpreadsheet(sheets: readonly TextSheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, widths, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      data: rows.map((row, index) =>
        row.map((value) => ({
          value,
          type: String,
          wrap: true,
          alignVertical: 'top' as const,
          ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
        })),
      ),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}
