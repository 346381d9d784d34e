import type { Context } from 'hono'
import type { Failure, Outcome } from '../functions/outcome'

/** What a call answers over HTTP: `{ result }` or `{ error: { errCode, errMsg } }`, both with status 200. */
export function callAnswer(c: Context, outcome: Outcome): Response {
  if (!outcome.ok) return c.json({ error: shown(outcome.failure) })
  return c.body(`{"result":${outcome.result}}`, 200, { 'Content-Type': 'application/json' })
}

/** The part of a failure that a phone is told. */
export function shown({ errCode, errMsg }: Failure): Pick<Failure, 'errCode' | 'errMsg'> {
  return { errCode, errMsg }
}
