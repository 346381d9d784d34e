import * as v from 'valibot'
import { action } from './action'
import { RequestFault } from './fault'
import { isPlainObject, parseJson } from './json'

/** A function calling another: the caller's identity goes with it, as in the cloud. */
export const invokeFunction = action(
  v.object({ function_name: v.string(), request_data: v.optional(v.string(), '') }),
  async (fields, { functions, origin }) => {
    const outcome = await functions.call(fields.function_name, readEvent(fields.request_data), {
      openid: origin.openid,
      source: `${origin.source},scf`,
    })
    if (!outcome.ok) return { code: outcome.failure.code, message: outcome.failure.errMsg }
    return { data: { response_data: outcome.result } }
  },
)

function readEvent(text: string): Record<string, unknown> {
  if (text === '') return {}
  const parsed = parseJson(text)
  if (parsed.ok && isPlainObject(parsed.value)) return parsed.value
  throw new RequestFault(
    'INVALID_PARAM',
    `request_data: ${parsed.ok ? 'an object is expected' : parsed.reason}`,
  )
}
