import { create } from './elements.js'

/** WeChat's codes, in the words of somebody who wonders why nothing came. */
const reasons = {
  40003: '没有写明收件人',
  40037: '没有这个消息模板',
  41030: '小程序里没有要打开的页面',
  43101: '对方没有允许接收，或允许的次数已经用完',
  47003: '字段不符合模板的要求',
}

/** One message as an `<li>`: to whom, when, what it says, where it leads; or why it was refused. */
export function createMessage({ at, to, title, labels, fields, page, refused }) {
  const message = create('li', '', { class: refused ? 'message refused' : 'message' })
  const time = create('time', new Date(at).toLocaleString('zh-CN', { hour12: false }), { datetime: at })
  const header = create('header')
  header.append(create('strong', `给 ${to || '（无人）'}`), time)
  message.append(header, create('p', title || '（没有模板）', { class: 'title' }))
  if (refused) message.append(createRefusal(refused))
  const list = create('dl')
  for (const [name, value] of Object.entries(fields)) {
    list.append(create('dt', labels[name] ?? name), create('dd', value))
  }
  message.append(list)
  if (page) message.append(create('p', `点开是 ${page}`, { class: 'where' }))
  return message
}

function createRefusal({ errcode, errmsg }) {
  const refusal = create('p', '', { class: 'reason' })
  const reason = reasons[errcode] ?? '微信拒绝了'
  refusal.append(create('strong', `没有发出：${reason}`), create('code', `${errcode} ${errmsg}`))
  return refusal
}
