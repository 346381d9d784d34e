const month = '(?:0?[1-9]|1[0-2])'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const date = [
  `\\d{4}年${month}月(?:${day}日)?`,
  `${month}月${day}日`,
  `\\d{4}[-/.]${month}(?:[-/.]${day})?`,
  `${month}[-/.]${day}`,
].join('|')
const clock = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?'

/** One of these, or two with a ~ between. */
const span = (point: string): RegExp => new RegExp(`^(?:${point})(?: ?~ ?(?:${point}))?$`)

/**
 * What a field takes, by the kind that its name begins with: "订阅消息参数值内容限制说明" at
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html.
 * A symbol is neither Chinese, letter nor digit, and nothing holds a line break or another control character.
 */
const patterns = new Map(
  Object.entries({
    thing: /^\P{Cc}{1,20}$/u,
    number: /^(?=.{1,32}$)\d+(?:\.\d+)?$/,
    letter: /^[A-Za-z]{1,32}$/,
    symbol: /^[^\p{L}\p{N}\p{Cc}]{1,5}$/u,
    character_string: /^[^\p{Script=Han}\p{Cc}]{1,32}$/u,
    time: span(`(?:(?:${date}) ?)?${clock}`),
    date: span(`(?:${date})(?: ?${clock})?`),
    amount: /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u,
    phone_number: /^[^\p{L}\p{Cc}]{1,17}$/u,
    car_number: /^(?=.{1,8}$)[\p{Script=Han}A-Za-z\d][A-Za-z\d]*[\p{Script=Han}A-Za-z\d]?$/u,
    // Chinese and letters together count as a Chinese name.
    name: /^(?:(?=.*\p{Script=Han})[^\p{N}\p{Cc}]{1,10}|[^\p{Script=Han}\p{N}\p{Cc}]{1,20})$/u,
    phrase: /^\p{Script=Han}{1,5}$/u,
  }),
)

/** `thing` of `thing1`, `character_string` of `character_string12`. */
const kindOf = (name: string): string => name.replace(/\d+$/, '')

/**
 * Whether WeChat would put this text into the field of that name. Kinds that the table does not limit (`const`, `enum`)
 * take any text: their values are known to the console only.
 */
export const isAllowed = (name: string, text: string): boolean =>
  patterns.get(kindOf(name))?.test(text) ?? /^\P{Cc}+$/u.test(text)
