import { Hono } from 'hono'
import type { DispatchOptions } from '../protocol/dispatch'
import type { Timers } from '../timers/timers'
import { adminRoute } from './adminRoute'
import { callRoute } from './callRoute'
import { deskRoute, type DeskOptions } from './deskRoute'
import { filesRoute, uploadRoute } from './filesRoute'
import { onlyFromHere } from './guard'
import { siteRoute } from './siteRoute'
import { timerRoute } from './timerRoute'
import { openRoute, wechatRoute } from './wechatRoute'

export interface AppOptions {
  port: number
  timers: Timers
  dispatch: DispatchOptions
  desk: DeskOptions
}

/** Every address of the local cloud. */
export function createApp({ port, timers, dispatch, desk }: AppOptions): Hono {
  const app = new Hono()
  app.use(onlyFromHere(port))
  app.get('/health', (c) => c.json({ ok: true }))
  app.route('/admin', adminRoute(dispatch))
  app.use('/call/*', async (c, next) => {
    desk.wechat.visits.record(c.req.header('x-wx-openid') ?? '', new Date())
    return next()
  })
  app.route('/call', callRoute(dispatch.services.functions))
  app.route('/timer', timerRoute(timers))
  app.route('/', wechatRoute(desk.wechat))
  app.route('/open', openRoute(desk.wechat, desk.people))
  app.route('/files', filesRoute(dispatch.services.files, dispatch.services.addresses))
  app.route('/upload', uploadRoute(dispatch.services.files))
  if (desk.site !== undefined) app.route('/as', siteRoute(desk.site))
  app.route('/', deskRoute(desk))
  app.notFound((c) => c.text('There is nothing at this address.', 404))
  app.onError((error, c) => {
    // Who hangs up while sending hears no answer, and has found no bug.
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') dispatch.onBug(error)
    return c.text('The local cloud failed; its log says why.', 500)
  })
  return app
}
