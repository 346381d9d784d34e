import { ask, create, sideNames } from './elements.js'
import { createShade } from './shade.js'
import { openid } from './wechat.js'

/**
 * Where the page is not inside the desk: a bar to change who holds the phone. Stands above the page and scrolls away with it,
 * so that it covers nothing. Links, so that the keyboard reaches them and a person can be opened in a tab of their own.
 */
async function drawBar() {
  const people = await ask('/desk/people')
  if (people.length === 0) return
  const { host, root } = createShade('local-wechat-bar')
  const current = people.find((person) => person.openid === openid)
  const bar = create('details', '', { class: 'bar' })
  const summary = create('summary')
  summary.append(
    create('span', current ? `${current.name} · ${current.description}` : openid, { class: 'current' }),
    create('span', '换人', { class: 'change' }),
  )
  const list = create('nav', '', { 'aria-label': '换一个人' })
  bar.append(summary, list)
  // Filled when it is opened: names that nobody sees are not on the page.
  bar.addEventListener('toggle', () => list.replaceChildren(...(bar.open ? createLists(people) : [])))
  bar.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    bar.open = false
    summary.focus()
  })
  root.append(bar)
  document.body.prepend(host)
}

function createLists(people) {
  const groups = Object.entries(sideNames).flatMap(([side, label]) => [
    create('h2', label),
    ...people.filter((person) => person.side === side).map((person) => createLink(person)),
  ])
  const elsewhere = [
    create('h2', '本地云'),
    create('a', '演示台', { href: '/' }),
    create('a', '微信会发送的消息', { href: `/outbox?to=${encodeURIComponent(openid)}` }),
  ]
  return [...groups, ...elsewhere]
}

function createLink(person) {
  const link = create('a', person.name, {
    href: `/as/${encodeURIComponent(person.openid)}/${person.start ?? ''}`,
  })
  if (person.openid === openid) link.setAttribute('aria-current', 'true')
  link.append(create('small', person.description))
  return link
}

if (window.top === window) await drawBar()
