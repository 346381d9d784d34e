import { Hono } from 'hono'
import type { Timers } from '../timers/timers'
import { callAnswer } from './callAnswer'
import { notFromPages } from './guard'

/**
 * `POST /timer/<function>` fires its timer now, and answers like a call; a body is not read. `GET /timer` lists the
 * timers with the time at which each is due next.
 */
export function timerRoute(timers: Timers): Hono {
  const app = new Hono()
  app.use(notFromPages)
  app.get('/', (c) => c.json(timers.list))
  app.post('/:name', async (c) => callAnswer(c, await timers.fire(c.req.param('name'))))
  return app
}
