import { Hono } from 'hono'
import type { Functions } from '../functions/functions'
import { failed, type Failure } from '../functions/outcome'
import { isPlainObject, parseJson } from '../protocol/json'
import { bodyOfAtMost } from './bodySize'
import { callAnswer, shown } from './callAnswer'

/** WeChat takes no larger event. */
const largestEvent = 6 * 1024 * 1024

/**
 * `POST /call/<function>`: what `wx.cloud.callFunction` does on a phone. The event is the JSON body, the caller's openid
 * comes in the header `x-wx-openid`; answers `{ result }` or `{ error: { errCode, errMsg } }`.
 */
export function callRoute(functions: Functions): Hono {
  const app = new Hono()
  const tooLarge = failed('invalidParameters', 'the event is larger than 6 MB').failure
  app.use(bodyOfAtMost(largestEvent, (c) => c.json({ error: shown(tooLarge) }, 413)))
  app.post('/:name', async (c) => {
    const openid = c.req.header('x-wx-openid')
    if (!openid)
      return c.json({ error: shown(refuse('the header x-wx-openid is missing: it says who calls')) }, 400)
    const event = parseJson(await c.req.text())
    if (!event.ok) return c.json({ error: shown(refuse(`the body is ${event.reason}`)) }, 400)
    if (!isPlainObject(event.value))
      return c.json({ error: shown(refuse('the body is not a JSON object')) }, 400)
    return callAnswer(
      c,
      await functions.call(c.req.param('name'), event.value, { openid, source: 'wx_client' }),
    )
  })
  app.all('*', (c) => c.json({ error: shown(refuse('a call is POST /call/<function>')) }, 404))
  return app
}

function refuse(message: string): Failure {
  return failed('invalidParameters', message).failure
}
