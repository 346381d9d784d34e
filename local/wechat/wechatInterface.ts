import type { Wechat } from './wechat'

/** WeChat's answer to one of its interfaces; `errcode` 0 is success. */
export interface WechatAnswer extends Record<string, unknown> {
  errcode: number
  errmsg: string
}

/** An answer that is not JSON: the SDK hands it on as `{ contentType, buffer }`. */
export interface WechatPicture {
  contentType: string
  bytes: Uint8Array
}

/** One of WeChat's own interfaces: arguments by name in WeChat's spelling (`template_id`). */
export type WechatInterface = (
  fields: Record<string, unknown>,
  wechat: Wechat,
  now: Date,
) => WechatAnswer | WechatPicture

export const isPicture = (answer: WechatAnswer | WechatPicture): answer is WechatPicture =>
  answer.bytes instanceof Uint8Array

/** Success, with what it brought. */
export const answered = (more: Record<string, unknown> = {}): WechatAnswer => ({
  errcode: 0,
  errmsg: 'ok',
  ...more,
})

/** A refusal with one of the codes of https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html. */
export const refused = (errcode: number, errmsg: string): WechatAnswer => ({ errcode, errmsg })
