import * as v from 'valibot'
import type { WechatAnswer, WechatContext } from './wechatInterface'

const message = v.object({
  touser: v.pipe(v.string(), v.nonEmpty()),
  template_id: v.pipe(v.string(), v.nonEmpty()),
  page: v.optional(v.string()),
  data: v.record(v.string(), v.object({ value: v.union([v.string(), v.number()]) })),
})

/** WeChat's codes for a message that is refused, by the field that is wrong. */
const refusals: Record<string, WechatAnswer> = {
  touser: { errcode: 40003, errmsg: 'invalid openid' },
  template_id: { errcode: 40037, errmsg: 'invalid template_id' },
}
const wrongArguments: WechatAnswer = { errcode: 47003, errmsg: 'argument invalid!' }

/**
 * Puts a message into the outbox instead of onto a phone
 * (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html).
 */
export function sendSubscribeMessage(
  fields: Record<string, unknown>,
  { outbox, now }: WechatContext,
): WechatAnswer {
  const checked = v.safeParse(message, fields, { abortEarly: true })
  if (!checked.success) return refusals[v.getDotPath(checked.issues[0]) ?? ''] ?? wrongArguments
  const { touser, template_id: template, page, data } = checked.output
  outbox.add({
    at: now.toISOString(),
    to: touser,
    template,
    page,
    fields: Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, String(value)])),
  })
  return { errcode: 0, errmsg: 'ok' }
}
