/** A figure's unit, as it is printed behind its column. Times are only printed: machines differ; counts, sizes and multiples are compared. */
export type Unit = 'requests' | 'documents' | 'bytes' | 'KB' | 'calls' | 'ms' | 'times' | 'count'

export interface Column {
  name: string
  unit: Unit
  /** What is worse when a run is compared with an earlier one; null for what is not compared. */
  worse: 'higher' | 'lower' | null
}

/** One table of the report: its rows are named the same in each run, so that runs can be compared. */
export interface Table {
  title: string
  columns: readonly Column[]
  /** null where something was not measured. */
  rows: readonly { what: string; cells: readonly (number | null)[] }[]
  /** Sentences below it. What begins with `FAILED` makes the command fail. */
  notes?: readonly string[]
}

/** What a section is told: whether the large sizes are wanted too, and the words of the command line that are its own. */
export interface BenchOptions {
  full: boolean
  /** Another project's functions; see docs/bench.md. */
  peer?: string
}

/** A part of `npm run bench`, which can be run alone: `-- --only NAME`. */
export interface Section {
  name: string
  run: (options: BenchOptions) => Promise<Table[]>
}
