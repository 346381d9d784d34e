import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Person } from '../desk/person'
import type { Outbox } from '../wechat/outbox'

const deskFolder = join(__dirname, '..', 'desk')
const shownMessages = 100

/** The desk shows nothing but its own files and the phones of this server. */
const contentSecurityPolicy =
  "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export interface DeskOptions {
  people: Person[]
  functionNames: string[]
  /** The folder of the H5 build; it may still be empty while the pages are being built. */
  site?: string
  outbox: Outbox
}

/** `GET /`: two phones and the messages WeChat would have sent, on one page; what it shows comes from `/desk/*`. */
export function deskRoute({ people, functionNames, site, outbox }: DeskOptions): Hono {
  const app = new Hono()
  const names = new Map(people.map(({ openid, name }) => [openid, name]))
  app.get('/', async (c, next) => {
    c.header('Content-Security-Policy', contentSecurityPolicy)
    return serveStatic({ path: join(deskFolder, 'index.html') })(c, next)
  })
  for (const file of ['desk.css', 'messages.css', 'desk.js', 'icon.svg'])
    app.get(`/desk/${file}`, serveStatic({ path: join(deskFolder, file) }))
  app.get('/desk/people', (c) => c.json(people))
  app.get('/desk/cloud', (c) => c.json({ functions: functionNames, hasSite: hasPages(site) }))
  app.get('/desk/outbox', (c) =>
    c.json(
      outbox
        .latest(shownMessages)
        .map((message) => ({ ...message, to: names.get(message.to) ?? message.to })),
    ),
  )
  return app
}

function hasPages(site: string | undefined): boolean {
  return site !== undefined && existsSync(join(site, 'index.html'))
}
