import { isAllowed } from './messageFields'
import type { MessageTemplate, Wechat } from './wechat'
import { answered, refused, type WechatAnswer } from './wechatInterface'

/**
 * Puts a message into the outbox instead of onto a phone, the refused ones too
 * (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html).
 * A message uses up one consent; one that is refused uses none.
 */
export function sendSubscribeMessage(
  fields: Record<string, unknown>,
  wechat: Wechat,
  now: Date,
): WechatAnswer {
  const message = read(fields)
  const refusal = refusalOf(message, wechat)
  wechat.outbox.add({
    at: now.toISOString(),
    ...message,
    fields: Object.fromEntries(Object.entries(message.fields).map(([name, text]) => [name, text ?? ''])),
    ...(refusal && { refused: refusal }),
  })
  return refusal ?? answered()
}

interface Message {
  to: string
  template: string
  page?: string
  /** undefined where there is something that is no `{ value }`. */
  fields: Record<string, string | undefined>
}

function read({ touser, template_id: template, page, data }: Record<string, unknown>): Message {
  return {
    to: textOf(touser) ?? '',
    template: textOf(template) ?? '',
    page: textOf(page),
    fields: Object.fromEntries(
      Object.entries(data ?? {}).map(([name, field]) => [
        name,
        textOf((field as { value?: unknown } | null)?.value),
      ]),
    ),
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

function refusalOf({ to, template, page, fields }: Message, wechat: Wechat): WechatAnswer | undefined {
  const { templates, pages, consents } = wechat
  if (to === '') return refused(40003, 'invalid openid')
  if (template === '' || (templates && !Object.hasOwn(templates, template)))
    return refused(40037, 'invalid template_id')
  const wrong = wrongField(fields, templates?.[template])
  if (wrong !== undefined) return refused(47003, `argument invalid! ${wrong}`)
  if (page !== undefined && pages && !pages.includes(page.split('?')[0] ?? ''))
    return refused(41030, 'invalid page')
  if (!consents.use(to, template)) return refused(43101, 'user refuse to accept the msg')
  return undefined
}

/**
 * The first field that is missing or wrong, as WeChat names it. What it says of a field that the template does not have
 * is not known; such a field would never be shown, so it is refused here.
 */
function wrongField(fields: Message['fields'], template: MessageTemplate | undefined): string | undefined {
  const wanted = Object.keys(template?.fields ?? fields)
  const empty = wanted.find((name) => !fields[name])
  if (empty !== undefined) return `data.${empty}.value is empty`
  const wrong = Object.entries(fields).find(
    ([name, text]) => !wanted.includes(name) || text === undefined || !isAllowed(name, text),
  )
  return wrong && `data.${wrong[0]}.value invalid`
}
