/**
 * What WeChat itself does on a phone, for the pages in a browser: the questions whether messages may be sent and whether
 * one's number may be used, and what it lets a page do only after the person has agreed. The local cloud adds this to each
 * page it serves, before the page's own scripts.
 */
import { requestSubscribeMessage } from './wechatDialog.js'
import { getPhoneNumber } from './wechatPhone.js'
import { createPrivacy, openPrivacyContract } from './wechatPrivacy.js'

/** Who holds the phone. */
export const openid = decodeURIComponent(/^\/as\/([^/]+)/.exec(location.pathname)?.[1] ?? '')

window.localWeChat = {
  requestSubscribeMessage: (ids) => requestSubscribeMessage(openid, ids),
  getPhoneNumber: () => getPhoneNumber(openid),
  ...createPrivacy(openid),
  openPrivacyContract,
}
