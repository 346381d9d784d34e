import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/**
 * The H5 build under `/as/<openid>/`: the same files for everybody; the page reads from its own path on whose behalf it calls.
 * A browser asks again each time, so that a rebuild is seen at once.
 */
export function siteRoute(folder: string): Hono {
  const app = new Hono()
  app.get('/:openid{[A-Za-z0-9_-]{1,64}}', (c) => c.redirect(`${c.req.path}/`))
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
