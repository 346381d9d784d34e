/** A disk that can be full: SQLite finds no page more, and no file grows. */
import fs from 'node:fs'
import { Connection } from '../../../local/store/driver'

/** SQLite never makes a file smaller for it, so that this leaves it as large as it is. */
const NO_MORE = 1
const USUAL = 4_294_967_294

const connections = new Set<Connection>()
let isFull = false

const limit = (connection: Connection): void => {
  try {
    connection.execute(`PRAGMA max_page_count = ${isFull ? NO_MORE : USUAL}`)
  } catch {
    connections.delete(connection) // It has been closed meanwhile.
  }
}

/** Only a connection that has been used can be told: the class shows nobody its file. */
function see(connection: Connection): void {
  if (connections.has(connection)) return
  connections.add(connection)
  if (isFull) limit(connection)
}

/** To be called once, before the first connection is opened. */
export function watchDisk(): void {
  const { prototype } = Connection
  for (const name of ['run', 'get'] as const) {
    const usual = prototype[name] as (this: Connection, ...words: unknown[]) => unknown
    Object.assign(prototype, {
      [name](this: Connection, ...words: unknown[]) {
        see(this)
        return usual.apply(this, words)
      },
    })
  }
  for (const name of ['appendFileSync', 'writeFileSync'] as const) {
    const usual = fs[name] as (...words: unknown[]) => void
    Object.assign(fs, {
      [name](...words: unknown[]) {
        refuseIfFull()
        usual(...words)
      },
    })
  }
}

function refuseIfFull(): void {
  if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

export function setDisk(full: boolean): void {
  isFull = full
  for (const connection of connections) limit(connection)
}
