import { ask, create, createPeopleOptions } from './elements.js'
import { createMessage } from './messages.js'

const refreshMs = 2000
const shownMessages = 30

/** The width below which desk.css shows one phone only. */
const narrow = matchMedia('(max-width: 899px)')

const noPages = '还没有可以打开的页面：请先构建 H5 页面，再用 --site 指明它所在的目录。'

await start()

async function start() {
  const [people, cloud] = await Promise.all([ask('/desk/people'), ask('/desk/cloud')])
  if (people.length === 0) return showGuide(cloud.functions)
  byId('phones').hidden = false
  for (const phone of document.querySelectorAll('.phone')) setUpPhone(phone, people, cloud.hasSite)
  await refreshOutbox('')
}

/** A phone shows the person whom the address names, else the first of its side. */
function setUpPhone(phone, people, hasSite) {
  const { side } = phone.dataset
  const frame = phone.querySelector('iframe')
  const select = phone.querySelector('select')
  select.append(...createPeopleOptions(people))
  const chosen = new URLSearchParams(location.search).get(side)
  const person =
    people.find(({ openid }) => openid === chosen) ?? people.find((each) => each.side === side) ?? people[0]
  select.value = person.openid

  const show = () => {
    const { openid, start = '' } = people.find((each) => each.openid === select.value)
    const isHidden = narrow.matches && side === 'staff'
    const address = isHidden ? 'about:blank' : `/as/${encodeURIComponent(openid)}/${start}`
    if (frame.dataset.address !== address) frame.src = address
    frame.dataset.address = address
  }
  select.addEventListener('change', () => {
    remember(side, select.value)
    show()
  })
  if (!hasSite) return frame.replaceWith(create('p', noPages))
  narrow.addEventListener('change', show)
  show()
}

/** In the address, so that reloading and sharing it keep the choice. */
function remember(side, openid) {
  const address = new URL(location.href)
  address.searchParams.set(side, openid)
  history.replaceState(null, '', address)
}

/** Asks again for ever; draws only what is new, so that a selection in the list survives. */
async function refreshOutbox(drawn) {
  let now = drawn
  try {
    const messages = await ask(`/desk/outbox?count=${shownMessages}`)
    now = JSON.stringify(messages)
    if (now !== drawn) drawOutbox(messages)
    if (document.body.dataset.lost) say('')
    delete document.body.dataset.lost
  } catch {
    document.body.dataset.lost = 'yes'
    say('本地云没有回应，正在重试……')
  }
  setTimeout(() => refreshOutbox(now), refreshMs)
}

function drawOutbox(messages) {
  byId('outbox-empty').hidden = messages.length > 0
  byId('outbox').replaceChildren(...messages.map(createMessage))
}

/** For other people's functions, where nobody is known: what there is and how to call it. */
function showGuide(functions) {
  byId('guide').hidden = false
  byId('functions-empty').hidden = functions.length > 0
  byId('functions').append(...functions.map((name) => create('li', name)))
  byId('example').textContent = [
    `curl -X POST ${location.origin}/call/${functions[0] ?? '函数名'} \\`,
    `  -H 'content-type: application/json' -H 'x-wx-openid: someone' -d '{}'`,
  ].join('\n')
}

function say(sentence) {
  const notice = byId('notice')
  notice.textContent = sentence
  notice.hidden = sentence === ''
}

function byId(id) {
  return document.getElementById(id)
}
