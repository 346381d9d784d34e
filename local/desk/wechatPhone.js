import { create } from './elements.js'
import { askInSheet } from './wechatSheet.js'

/**
 * What `<button open-type="getPhoneNumber">` does
 * (https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html).
 *
 * @returns `{ code }`, or `{ errMsg }` when it was not allowed
 */
export async function getPhoneNumber(openid) {
  const isAllowed = await askInSheet('获取并验证您的手机号', [create('p', '微信绑定的手机号')])
  if (!isAllowed) return { errMsg: 'getPhoneNumber:fail user deny' }
  const response = await fetch('/phone-number', { method: 'POST', headers: { 'x-wx-openid': openid } })
  return response.ok ? response.json() : { errMsg: `getPhoneNumber:fail ${response.status}` }
}
