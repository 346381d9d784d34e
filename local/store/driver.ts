import { createRequire } from 'node:module'
import type { DatabaseSyncInstance, SqliteModule, StatementSyncInstance } from '@photostructure/sqlite'

export type SqlValue = string | number | null

export type Row = Record<string, SqlValue>

/** How many prepared statements are kept ready: more than a test run or a server shows in practice. */
const KEPT_STATEMENTS = 256

/** One connection to one SQLite file, through the `node:sqlite` interface. All calls are synchronous. */
export class Connection {
  readonly #database: DatabaseSyncInstance
  readonly #statements = new Map<string, StatementSyncInstance>()
  readonly #plans = new Map<string, string[]>()
  #onVisit: () => void = ignore

  constructor(file: string) {
    const { DatabaseSync } = sqlite()
    this.#database = new DatabaseSync(file)
    // What was deleted is gone from the file too: keys of yesterday, letters of tellers.
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON',
    )
    this.#database.function('visit', { varargs: true }, () => {
      this.#onVisit()
      return 1
    })
  }

  execute(sql: string): void {
    this.#database.exec(sql)
  }

  /** Runs one writing statement and returns how many rows it changed. */
  run(sql: string, parameters: SqlValue[] = []): number {
    return this.#borrow(sql, (statement) => statement.run(...parameters).changes)
  }

  get(sql: string, parameters: SqlValue[] = []): Row | undefined {
    return this.#borrow(sql, (statement) => statement.get(...parameters) as Row | undefined)
  }

  /**
   * Rows one at a time; leaving the loop early ends the query. Do not write to the same table meanwhile.
   * @param onVisit told of every row for which SQLite evaluates `visit(rowid)`
   */
  *rows<R = Row>(
    sql: string,
    parameters: SqlValue[] = [],
    onVisit: () => void = ignore,
  ): Generator<R, void, undefined> {
    const statement = this.#take(sql)
    const rows = statement.iterate(...parameters) as IterableIterator<R>
    try {
      for (;;) {
        // Another query may have been asked since the last row.
        this.#onVisit = onVisit
        const next = rows.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      rows.return?.()
      this.#keep(sql, statement)
    }
  }

  /** The steps that SQLite would take (https://www.sqlite.org/eqp.html). */
  planOf(sql: string): string[] {
    const steps = this.#plans.get(sql) ?? Array.from(this.rows(`EXPLAIN QUERY PLAN ${sql}`), detailOf)
    remember(this.#plans, sql, steps)
    return steps
  }

  /** Whether SQLite has to read all rows and sort them, because no index gives the order. */
  sortsInMemory(sql: string): boolean {
    return this.planOf(sql).some((step) => /^USE TEMP B-TREE FOR .*ORDER BY/.test(step))
  }

  /** All of `work` or, when it throws, nothing of it. */
  transaction<Result>(work: () => Result): Result {
    this.run('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (error) {
      this.#takeBack()
      throw error
    }
  }

  /** Does `work` and takes it back, to see whether it could be done. */
  rehearse(work: () => void): void {
    this.run('BEGIN IMMEDIATE')
    try {
      work()
    } finally {
      this.#takeBack()
    }
  }

  close(): void {
    this.#statements.clear()
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#database.close()
  }

  /** On a full disk SQLite has done so itself (https://www.sqlite.org/lang_transaction.html), and the reason is to be heard. */
  #takeBack(): void {
    try {
      this.run('ROLLBACK')
    } catch (cause) {
      if (!/no transaction is active/.test(String(cause))) throw cause
    }
  }

  #borrow<Result>(sql: string, use: (statement: StatementSyncInstance) => Result): Result {
    const statement = this.#take(sql)
    try {
      return use(statement)
    } finally {
      this.#keep(sql, statement)
    }
  }

  /** A statement in use leaves the cache, so that a query inside the loop over the same query does not reset it. */
  #take(sql: string): StatementSyncInstance {
    const kept = this.#statements.get(sql)
    this.#statements.delete(sql)
    return kept ?? this.#database.prepare(sql)
  }

  #keep(sql: string, statement: StatementSyncInstance): void {
    remember(this.#statements, sql, statement)
  }
}

const ignore = () => undefined

const detailOf = ({ detail }: Row) => String(detail)

/** Keeps the latest only. */
const remember = <Value>(kept: Map<string, Value>, sql: string, value: Value): void => {
  kept.delete(sql)
  kept.set(sql, value)
  if (kept.size <= KEPT_STATEMENTS) return
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}

const requireHere = createRequire(__filename)

/** Node's own SQLite where it is built in without a flag (from 22.13), else the package with the same interface. */
const sqlite = (): SqliteModule => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const builtIn = major > 22 || (major === 22 && minor >= 13)
  return withoutWarnings(
    () => requireHere(builtIn ? 'node:sqlite' : '@photostructure/sqlite') as SqliteModule,
  )
}

/** Loading `node:sqlite` prints an ExperimentalWarning, which would be noise on every start. */
const withoutWarnings = <Result>(load: () => Result): Result => {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = () => undefined
  try {
    return load()
  } finally {
    process.emitWarning = emitWarning
  }
}
