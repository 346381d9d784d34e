/**
 * What WeChat itself draws on a phone, for the pages in a browser: the question whether messages may be sent, and, where
 * the page is not inside the desk, a bar to change who holds the phone. The local cloud adds this to each page it serves.
 */
import { drawBar } from './wechatBar.js'
import { requestSubscribeMessage } from './wechatDialog.js'

const openid = decodeURIComponent(/^\/as\/([^/]+)/.exec(location.pathname)?.[1] ?? '')

window.localWeChat = { requestSubscribeMessage: (ids) => requestSubscribeMessage(openid, ids) }
if (window.top === window) await drawBar(openid)
