import type { SectionReport } from './report'
import type { Column, Table, Unit } from './table'

/** So much worse than before may be chance. */
const TOLERATED = 0.15

/** Of an act: what happens once in hundreds of them, such as a key of the day that is read anew, is chance. */
const UNNOTICED: Partial<Record<Unit, number>> = { requests: 0.01, documents: 0.01, calls: 0.01 }

/**
 * What is worse than in an earlier run, a sentence each: only columns that say what is worse. Rows and columns are found again
 * by their names; one that is gone is named too, since nobody knows whether it got worse. What is new counts for nothing.
 */
export function worseThan(
  earlier: readonly Pick<SectionReport, 'name' | 'tables'>[],
  now: readonly Pick<SectionReport, 'name' | 'tables'>[],
): string[] {
  return now.flatMap(({ name, tables }) => {
    const before = earlier.find((section) => section.name === name)?.tables ?? []
    return before.flatMap((table) => worseTable(name, table, tables))
  })
}

function worseTable(section: string, before: Table, tables: readonly Table[]): string[] {
  const now = tables.find(({ title }) => title === before.title)
  if (!now) return [`${section}: ${before.title}: not measured any more`]
  return before.rows.flatMap(({ what, cells }) => {
    const row = now.rows.find((one) => one.what === what)
    if (!row) return [`${section}: ${what}: not measured any more`]
    return before.columns.flatMap((column, n) => {
      const place = now.columns.findIndex(({ name }) => name === column.name)
      const words = describeWorse(column, cells[n] ?? null, row.cells[place] ?? null)
      return words === null ? [] : [`${section}: ${what}: ${words}`]
    })
  })
}

function describeWorse(
  { name, unit, worse }: Column,
  before: number | null,
  now: number | null,
): string | null {
  if (worse === null || before === null) return null
  if (now === null) return `${name}: not measured any more`
  const more = worse === 'higher' ? now - before : before - now
  const isWorse = more > before * TOLERATED && more > (UNNOTICED[unit] ?? 0)
  return isWorse ? `${name} ${rounded(now)} instead of ${rounded(before)}` : null
}

const rounded = (value: number): string => String(Number(value.toPrecision(4)))
