import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A subscribe message that WeChat would have sent. */
export interface OutboxMessage {
  /** ISO time. */
  at: string
  /** The openid it is addressed to. */
  to: string
  /** The template's id. */
  template: string
  /** The page it opens. */
  page?: string
  /** The template's fields, such as `{ thing1: '…' }`. */
  fields: Record<string, string>
}

/** Every message of a data directory; they stay over a restart. */
export interface Outbox {
  add(message: OutboxMessage): void
  /** Newest first. */
  latest(count: number): OutboxMessage[]
}

export function openOutbox(directory: string): Outbox {
  const file = join(directory, 'outbox.jsonl')
  const messages = existsSync(file) ? readLines(file) : []
  return {
    add(message) {
      appendFileSync(file, `${JSON.stringify(message)}\n`)
      messages.push(message)
    },
    latest: (count) => messages.slice(-count).reverse(),
  }
}

/** The last line may be half a line when the process was killed while writing it. */
function readLines(file: string): OutboxMessage[] {
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return whole.map((line) => JSON.parse(line) as OutboxMessage)
}
