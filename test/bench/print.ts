import type { Column, Table, Unit } from './table'

/** A table as it stands on the screen: aligned, each column with its unit, a dash where nothing was measured. */
export function describeTable({ title, columns, rows, notes = [] }: Table): string {
  const head = ['', ...columns.map(({ name }) => name)]
  const body = rows.map(({ what, cells }) => [what, ...columns.map((column, n) => shown(cells[n], column))])
  const lines = [head, ...body]
  const widths = head.map((_, n) => Math.max(...lines.map((line) => widthOf(line[n] ?? ''))))
  const aligned = lines.map((line) =>
    line.map((cell, n) => (n === 0 ? padEnd(cell, widths[n]) : padStart(cell, widths[n]))).join('  '),
  )
  return [title, ...aligned.map((line) => `  ${line}`.trimEnd()), ...notes.map((note) => `  ${note}`)].join(
    '\n',
  )
}

const suffixes: Partial<Record<Unit, string>> = { ms: ' ms', KB: ' KB', times: ' x' }

/** Counts of one act may be an average; ratios have one decimal, and small times two. */
function shown(value: number | null | undefined, { unit }: Column): string {
  if (value === null || value === undefined) return '-'
  return `${digits(value, unit)}${suffixes[unit] ?? ''}`
}

function digits(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return '∞'
  if (unit === 'times' || unit === 'KB') return value.toFixed(1)
  if (unit === 'ms') return value.toFixed(value < 100 ? 2 : 0)
  const places = Number.isInteger(value) || value >= 100 ? 0 : 2
  return value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
}

/** A Chinese character is two columns wide on a terminal. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffe6]/.test(character) ? 2 : 1), 0)

const padEnd = (text: string, width = 0) => text + ' '.repeat(Math.max(0, width - widthOf(text)))
const padStart = (text: string, width = 0) => ' '.repeat(Math.max(0, width - widthOf(text))) + text
