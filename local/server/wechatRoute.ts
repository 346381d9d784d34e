import { Hono } from 'hono'
import * as v from 'valibot'
import type { Person } from '../desk/person'
import { parseJson } from '../protocol/json'
import type { Wechat } from '../wechat/wechat'
import { bodyOfAtMost } from './bodySize'

/** An openid and a few template ids. */
const largestBody = 10_000

const openid = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
const consent = v.object({ templates: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(20)) })

/**
 * What a phone asks WeChat itself, where there is no WeChat. Who asks stands in the header `x-wx-openid`.
 * - `POST /consents` `{ templates: [id] }`: the person has allowed one message of each
 * - `POST /phone-number`: `{ code }`, as `<button open-type="getPhoneNumber">` hands to a page
 */
export function wechatRoute({ templates, consents, phoneNumbers }: Wechat): Hono {
  const app = new Hono()
  app.use(
    '/consents',
    bodyOfAtMost(largestBody, (c) => c.json({ error: 'The body is too large.' }, 413)),
  )
  app.post('/consents', async (c) => {
    const who = v.safeParse(openid, c.req.header('x-wx-openid'))
    const body = parseJson(await c.req.text())
    const asked = v.safeParse(consent, body.ok ? body.value : undefined)
    if (!who.success || !asked.success)
      return c.json({ error: 'A consent is { templates: [id] }, with the header x-wx-openid.' }, 400)
    const unknown = asked.output.templates.find((id) => templates && !Object.hasOwn(templates, id))
    if (unknown !== undefined) return c.json({ error: `There is no template ${unknown}.` }, 400)
    for (const template of new Set(asked.output.templates)) consents.give(who.output, template)
    return c.json({ ok: true })
  })
  app.post('/phone-number', (c) => {
    const who = v.safeParse(openid, c.req.header('x-wx-openid'))
    if (!who.success) return c.json({ error: 'The header x-wx-openid is missing: it says who asks.' }, 400)
    return c.json({ code: phoneNumbers.issue(who.output, new Date()) })
  })
  return app
}

/** `pages/mine/record/index?id=…`, or nothing for the first page. */
const pageWithQuery = /^(?:\w[\w/-]*(?:\?[\w=&%.~-]*)?)?$/

/**
 * `GET /open?page=…&scene=…`: where a scanned code leads. It opens the page on the phone of the first resident; the page
 * finds `scene` in its query, percent-encoded as WeChat hands it over.
 */
export function openRoute({ pages }: Wechat, people: readonly Person[]): Hono {
  const app = new Hono()
  const person = people.find(({ side }) => side === 'resident') ?? people[0]
  app.get('/', (c) => {
    const { page = '', scene } = c.req.query()
    if (!person || !pageWithQuery.test(page)) return c.notFound()
    const route = page || (pages?.[0] ?? '')
    const query =
      scene === undefined ? '' : `${route.includes('?') ? '&' : '?'}scene=${encodeURIComponent(scene)}`
    return c.redirect(`/as/${encodeURIComponent(person.openid)}/#/${route}${query}`)
  })
  return app
}
