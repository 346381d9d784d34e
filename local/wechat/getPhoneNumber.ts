import type { Wechat } from './wechat'
import { answered, refused, type WechatAnswer } from './wechatInterface'

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html */
export function getPhoneNumber(
  { code }: Record<string, unknown>,
  { phoneNumbers, appid }: Wechat,
  now: Date,
): WechatAnswer {
  const number = typeof code === 'string' ? phoneNumbers.exchange(code, now) : undefined
  if (number === undefined) return refused(40029, 'invalid code')
  const watermark = { timestamp: Math.floor(now.getTime() / 1000), appid }
  return answered({
    phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark },
  })
}
