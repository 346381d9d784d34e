import { join } from 'node:path'
import { openLineFile } from './lineFile'

interface Change {
  openid: string
  template: string
  /** How many messages more may be sent; negative when some were. */
  count: number
}

/**
 * Who has allowed which messages, kept in the data directory. One consent is one message
 * (https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html).
 */
export interface Consents {
  /** What somebody's tap on 允许 gives. */
  give(openid: string, template: string, count?: number): void
  /** Takes one away; false when there is none. */
  use(openid: string, template: string): boolean
  /** How many messages may still be sent. */
  left(openid: string, template: string): number
}

export function openConsents(directory: string): Consents {
  const file = openLineFile<Change>(join(directory, 'consents.jsonl'))
  const counts = new Map<string, number>()
  const keyOf = ({ openid, template }: Omit<Change, 'count'>) => JSON.stringify([openid, template])
  const left = (openid: string, template: string) => counts.get(keyOf({ openid, template })) ?? 0
  const count = (change: Change) =>
    void counts.set(keyOf(change), left(change.openid, change.template) + change.count)
  const change = (openid: string, template: string, by: number) => {
    file.add({ openid, template, count: by })
    count({ openid, template, count: by })
  }
  file.lines.forEach(count)
  return {
    give: (openid, template, by = 1) => change(openid, template, by),
    use(openid, template) {
      if (left(openid, template) < 1) return false
      change(openid, template, -1)
      return true
    },
    left,
  }
}
