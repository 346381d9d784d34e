import type { Outbox } from './outbox'

/** WeChat's answer to one of its interfaces; `errcode` 0 is success. */
export interface WechatAnswer extends Record<string, unknown> {
  errcode: number
  errmsg: string
}

/** What the interfaces work on. */
export interface WechatContext {
  outbox: Outbox
  now: Date
}

export type WechatInterface = (fields: Record<string, unknown>, context: WechatContext) => WechatAnswer
