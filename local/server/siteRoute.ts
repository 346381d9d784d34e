import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** What WeChat itself does on a phone, and the bar above the page; the build knows nothing of them. */
const wechatScript = '<script type="module" src="/desk/wechat.js"></script>'
const barScript = '<script type="module" src="/desk/wechatBar.js"></script>'

/**
 * The H5 build under `/as/<openid>/`: the same files for everybody; the page reads from its own path on whose behalf it calls.
 * A browser asks again each time, so that a rebuild is seen at once.
 */
export function siteRoute(folder: string): Hono {
  const app = new Hono()
  const index = join(folder, 'index.html')
  app.get('/:openid{[A-Za-z0-9_-]{1,64}}', (c) => c.redirect(`${c.req.path}/`))
  for (const path of ['/', '/index.html']) {
    app.get(`/:openid{[A-Za-z0-9_-]{1,64}}${path}`, async (c, next) => {
      if (!existsSync(index)) return next()
      return c.html(withScripts(readFileSync(index, 'utf8')), 200, { 'Cache-Control': 'no-cache' })
    })
  }
  app.get(
    '/:openid{[A-Za-z0-9_-]{1,64}}/*',
    serveStatic({
      root: folder,
      rewriteRequestPath: (path) => path.replace(/^\/as\/[^/]+/, ''),
      onFound: (_path, c) => c.header('Cache-Control', 'no-cache'),
    }),
  )
  return app
}

/**
 * Such scripts run in the order in which they stand: a phone has WeChat before it has the app, and the bar comes after the
 * app, which puts a bar of its own above the page.
 */
function withScripts(html: string): string {
  const [first, end] = [html.search(/<script|<\/head>/), html.indexOf('</head>')]
  if (end === -1) return html + wechatScript + barScript
  return html.slice(0, first) + wechatScript + html.slice(first, end) + barScript + html.slice(end)
}
