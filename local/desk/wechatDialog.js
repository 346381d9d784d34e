import { ask, create } from './elements.js'
import { askInSheet } from './wechatSheet.js'

/** WeChat's error 20003 is for more. */
const mostTemplates = 3

let isOpen = false

/**
 * Asks as WeChat does, and tells the local cloud what was allowed
 * (https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html).
 *
 * @returns by template id 'accept' or 'reject'
 */
export async function requestSubscribeMessage(openid, ids) {
  if (isOpen) throw new Error('requestSubscribeMessage:fail last call has not ended')
  if (ids.length > mostTemplates)
    throw new Error('requestSubscribeMessage:fail Templates count out of max bounds')
  isOpen = true
  try {
    const answers = remembered(openid, ids) ?? (await askPerson(openid, ids))
    const allowed = ids.filter((id) => answers[id] === 'accept')
    if (allowed.length > 0) await tellCloud(openid, allowed)
    return answers
  } finally {
    isOpen = false
  }
}

async function tellCloud(openid, templates) {
  const response = await fetch('/consents', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ templates }),
  })
  if (!response.ok) throw new Error(`requestSubscribeMessage:fail ${response.status}`)
}

const keyOf = (openid) => `localWeChat/${openid}`
const kept = (openid) => JSON.parse(localStorage.getItem(keyOf(openid)) ?? '{}')

/** What somebody who never wants to be asked again has answered; undefined when there is something to ask. */
function remembered(openid, ids) {
  const answers = kept(openid)
  if (!ids.every((id) => id in answers)) return undefined
  return Object.fromEntries(ids.map((id) => [id, answers[id]]))
}

async function askPerson(openid, ids) {
  const templates = await ask('/desk/templates')
  const choices = ids.map((id) => ({ id, ...createChoice(templates[id]?.title ?? id, true) }))
  const keep = createChoice('总是保持以上选择，不再询问', false)
  keep.label.className = 'keep'
  const isAllowed = await askInSheet('发送一次以下消息', [...choices.map(({ label }) => label), keep.label])
  const answers = Object.fromEntries(
    choices.map(({ id, box }) => [id, isAllowed && box.checked ? 'accept' : 'reject']),
  )
  if (keep.box.checked) localStorage.setItem(keyOf(openid), JSON.stringify({ ...kept(openid), ...answers }))
  return answers
}

function createChoice(text, isChecked) {
  const label = create('label')
  const box = create('input', '', { type: 'checkbox' })
  box.checked = isChecked
  label.append(box, create('span', text))
  return { label, box }
}
