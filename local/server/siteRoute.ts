import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** Draws what WeChat itself draws on a phone; the build knows nothing of it. */
const wechatScript = '<script type="module" src="/desk/wechat.js"></script>'

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
      return c.html(withScript(readFileSync(index, 'utf8')), 200, { 'Cache-Control': 'no-cache' })
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

function withScript(html: string): string {
  const end = html.indexOf('</head>')
  return end === -1 ? html + wechatScript : html.slice(0, end) + wechatScript + html.slice(end)
}
