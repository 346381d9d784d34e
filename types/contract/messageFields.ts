/** The kinds of fields that our templates have; a field is named by its kind and a number, as in `thing1`. */
export type FieldKind = 'thing' | 'phrase' | 'time'
export type FieldName = `${FieldKind}${number}`

interface Limit {
  /** What WeChat takes, in words for whoever chooses a template in the console. */
  takes: string
  /** Makes a text such that WeChat takes it. */
  fit: (text: string) => string
}

/** WeChat takes no line break and nothing of that kind, and no field that is empty. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** By characters, so that none is cut in two. */
const atMost = (length: number, text: string): string => {
  const characters = Array.from(text)
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text
}

/**
 * "订阅消息参数值内容限制说明" at
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export const fieldLimits: Record<FieldKind, Limit> = {
  thing: { takes: '20 个字以内', fit: (text) => atMost(20, oneLine(text)) || '—' },
  phrase: {
    takes: '5 个以内汉字',
    fit: (text) =>
      Array.from(text.replace(/\P{Script=Han}/gu, ''))
        .slice(0, 5)
        .join('') || '通知',
  },
  // Always made by `minuteOf`: there is nothing to cut.
  time: { takes: '年月日和时分，如 2026-11-22 08:00', fit: oneLine },
}

export const kindOf = (name: FieldName): FieldKind => name.replace(/\d+$/, '') as FieldKind

/** The fields of a message, each as WeChat takes it. */
export const fitted = <Name extends FieldName>(fields: Record<Name, string>): Record<Name, string> =>
  Object.fromEntries(
    Object.entries<string>(fields).map(([name, text]) => [name, fieldLimits[kindOf(name as Name)].fit(text)]),
  ) as Record<Name, string>
