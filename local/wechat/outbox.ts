import { join } from 'node:path'
import { openLineFile } from './lineFile'

/** A subscribe message that WeChat would have sent, or has refused. */
export interface OutboxMessage {
  /** ISO time. */
  at: string
  /** The openid it is addressed to; '' when there was none. */
  to: string
  /** The template's id; '' when there was none. */
  template: string
  /** The page it opens. */
  page?: string
  /** The template's fields, such as `{ thing1: '…' }`. */
  fields: Record<string, string>
  /** Why it was not sent, in WeChat's words. */
  refused?: { errcode: number; errmsg: string }
}

/** Every message of a data directory; they stay over a restart. */
export interface Outbox {
  add(message: OutboxMessage): void
  /** Newest first. @param to only to this openid */
  latest(count: number, to?: string): OutboxMessage[]
}

export function openOutbox(directory: string): Outbox {
  const file = openLineFile<OutboxMessage>(join(directory, 'outbox.jsonl'))
  const messages = [...file.lines]
  return {
    add(message) {
      file.add(message)
      messages.push(message)
    },
    latest: (count, to) =>
      messages
        .filter((message) => to === undefined || message.to === to)
        .slice(-count)
        .reverse(),
  }
}
