import { ask, create, createPeopleOptions } from './elements.js'
import { createMessage } from './messages.js'

const refreshMs = 2000
const mostMessages = 1000
const filters = ['to', 'outcome']

const byId = (id) => document.getElementById(id)

/** What is on the page, as JSON: a selection of text survives while nothing is new. */
let drawn = ''

await start()

async function start() {
  const people = await ask('/desk/people')
  const known = new Set(people.map(({ openid }) => openid))
  byId('to').append(create('option', '所有人', { value: '' }), ...createPeopleOptions(people))
  const chosen = new URLSearchParams(location.search)
  // Who is addressed without being one of the invented people can be looked for all the same.
  const to = chosen.get('to') ?? ''
  if (to && !known.has(to)) byId('to').append(create('option', to, { value: to }))
  for (const filter of filters) {
    byId(filter).value = chosen.get(filter) ?? ''
    byId(filter).addEventListener('change', () => {
      remember(filter, byId(filter).value)
      void refresh()
    })
  }
  for (;;) {
    await refresh()
    await new Promise((resolve) => setTimeout(resolve, refreshMs))
  }
}

/** In the address, so that reloading and sharing it keep the choice. */
function remember(filter, value) {
  const address = new URL(location.href)
  if (value) address.searchParams.set(filter, value)
  else address.searchParams.delete(filter)
  history.replaceState(null, '', address)
}

async function refresh() {
  const to = byId('to').value
  const query = new URLSearchParams({ count: mostMessages, ...(to && { to }) })
  const messages = await ask(`/desk/outbox?${query}`).catch(() => undefined)
  say(messages ? '' : '本地云没有回应，正在重试……')
  if (messages && to === byId('to').value) draw(messages.filter(isWanted))
}

function isWanted({ refused }) {
  const outcome = byId('outcome').value
  return outcome === '' || outcome === (refused ? 'refused' : 'sent')
}

function draw(messages) {
  const now = JSON.stringify(messages)
  if (now !== drawn) byId('outbox').replaceChildren(...messages.map(createMessage))
  byId('outbox-empty').hidden = messages.length > 0
  drawn = now
}

function say(sentence) {
  byId('notice').textContent = sentence
  byId('notice').hidden = sentence === ''
}
