import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Person } from '../desk/person'
import type { OutboxMessage } from '../wechat/outbox'
import type { Wechat } from '../wechat/wechat'

const deskFolder = join(__dirname, '..', 'desk')
const files = [
  'desk.css',
  'desk.js',
  'outbox.css',
  'outbox.js',
  'messages.css',
  'messages.js',
  'wechat.css',
  'wechat.js',
  'wechatBar.js',
  'wechatDialog.js',
  'wechatPhone.js',
  'wechatPrivacy.js',
  'wechatSheet.js',
  'elements.js',
  'shade.js',
  'icon.svg',
]

const shownMessages = 100
const mostMessages = 1000

/** The desk shows nothing but its own files and the phones of this server. */
const contentSecurityPolicy =
  "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export interface DeskOptions {
  people: Person[]
  functionNames: () => string[]
  /** The folder of the H5 build; it may still be empty while the pages are being built. */
  site?: string
  wechat: Wechat
}

/**
 * `GET /`: two phones and the messages WeChat would have sent, on one page; `GET /outbox`: all messages, those that were
 * refused too. What they show comes from `/desk/*`.
 */
export function deskRoute({ people, functionNames, site, wechat }: DeskOptions): Hono {
  const app = new Hono()
  for (const [address, file] of Object.entries({ '/': 'index.html', '/outbox': 'outbox.html' })) {
    app.get(address, async (c, next) => {
      c.header('Content-Security-Policy', contentSecurityPolicy)
      return serveStatic({ path: join(deskFolder, file) })(c, next)
    })
  }
  for (const file of files) app.get(`/desk/${file}`, serveStatic({ path: join(deskFolder, file) }))
  app.get('/desk/people', (c) => c.json(people))
  app.get('/desk/cloud', (c) => c.json({ functions: functionNames(), hasSite: hasPages(site) }))
  app.get('/desk/templates', (c) => c.json(wechat.templates ?? {}))
  app.get('/desk/privacy', (c) =>
    wechat.privacyGuideline === undefined ? c.notFound() : c.text(wechat.privacyGuideline),
  )
  app.get('/desk/outbox', (c) => {
    const { count, to } = c.req.query()
    const wanted = Math.min(Math.max(Number(count) || shownMessages, 1), mostMessages)
    return c.json(wechat.outbox.latest(wanted, to).map(shownAs(people, wechat)))
  })
  return app
}

/** A message with the names and titles that a person reads. */
const shownAs = (people: Person[], { templates }: Wechat) => {
  const names = new Map(people.map(({ openid, name }) => [openid, name]))
  return (message: OutboxMessage) => ({
    ...message,
    openid: message.to,
    to: names.get(message.to) ?? message.to,
    title: templates?.[message.template]?.title ?? message.template,
    labels: templates?.[message.template]?.fields ?? {},
  })
}

function hasPages(site: string | undefined): boolean {
  return site !== undefined && existsSync(join(site, 'index.html'))
}
