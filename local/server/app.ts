import { Hono } from 'hono'
import type { DispatchOptions } from '../protocol/dispatch'
import { adminRoute } from './adminRoute'
import { callRoute } from './callRoute'
import { deskRoute, type DeskOptions } from './deskRoute'
import { onlyFromHere } from './guard'
import { siteRoute } from './siteRoute'

export interface AppOptions {
  port: number
  dispatch: DispatchOptions
  desk: DeskOptions
}

/** Every address of the local cloud. */
export function createApp({ port, dispatch, desk }: AppOptions): Hono {
  const app = new Hono()
  app.use(onlyFromHere(port))
  app.get('/health', (c) => c.json({ ok: true }))
  app.route('/admin', adminRoute(dispatch))
  app.route('/call', callRoute(dispatch.services.functions))
  if (desk.site !== undefined) app.route('/as', siteRoute(desk.site))
  app.route('/', deskRoute(desk))
  app.notFound((c) => c.text('There is nothing at this address.', 404))
  app.onError((error, c) => {
    dispatch.onBug(error)
    return c.text('The local cloud failed; its log says why.', 500)
  })
  return app
}
