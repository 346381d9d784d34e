import { Connection } from '../driver'

/** A connection that sees the file as it was at one moment. */
export interface Snapshot {
  readonly connection: Connection
  release(): void
}

/** Connections beside the writing one, each used for one snapshot at a time and then again. */
export class Snapshots {
  readonly #file: string
  readonly #idle: Connection[] = []

  constructor(file: string) {
    this.#file = file
  }

  /** What has been committed by now. Until it is released, SQLite keeps all that is written later in its log. */
  take(): Snapshot {
    const connection = this.#idle.pop() ?? new Connection(this.#file)
    connection.run('BEGIN')
    // SQLite takes the snapshot at the first reading, not at BEGIN.
    connection.get('SELECT 1 FROM catalogue LIMIT 1')
    return {
      connection,
      release: () => {
        connection.run('ROLLBACK')
        this.#idle.push(connection)
      },
    }
  }

  /** All snapshots must have been released. */
  close(): void {
    for (const connection of this.#idle.splice(0)) connection.close()
  }
}
