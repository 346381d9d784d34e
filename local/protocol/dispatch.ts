import { randomUUID } from 'node:crypto'
import { StoreError } from '../store/types'
import type { CallTokens } from '../functions/callTokens'
import type { RequestLog } from './requestLog'
import type { Answer, Services } from './action'
import { actions } from './actions'
import { RequestFault } from './fault'
import { isPlainObject } from './json'

export interface DispatchOptions {
  services: Services
  tokens: CallTokens
  requests: RequestLog
  /** Told about faults of the local cloud itself; the function only learns that there was one. */
  onBug: (error: unknown) => void
}

/**
 * Answers one request of the SDK. Whatever goes wrong is answered, as in production, with `{ code, message }`;
 * nothing is thrown.
 *
 * @param sentAt see {@link RequestContext}
 */
export async function dispatch(fields: unknown, options: DispatchOptions, sentAt?: Date): Promise<Answer> {
  const requestId = randomUUID()
  try {
    const answer = await run(fields, options, sentAt)
    return answer instanceof Uint8Array ? answer : { requestId, ...answer }
  } catch (error) {
    return { requestId, ...refusalFor(error, options.onBug) }
  }
}

async function run(
  fields: unknown,
  { services, tokens, requests }: DispatchOptions,
  sentAt: Date | undefined,
): Promise<Answer> {
  if (!isPlainObject(fields) || typeof fields.action !== 'string')
    throw new RequestFault('INVALID_PARAM', 'action is missing')
  const origin = tokens.read(fields.wxCloudApiToken)
  if (!origin)
    throw new RequestFault('INVALID_REQUEST_SOURCE', 'only functions that run in this local cloud may ask')
  const act = actions.get(fields.action)
  if (!act) throw new RequestFault('INVALID_ACTION', 'the local cloud does not know this action')
  requests.record({
    action: fields.action,
    function: origin.function,
    ...(typeof fields.collectionName === 'string' && { collection: fields.collectionName }),
  })
  return act(fields, { ...services, origin, now: new Date(), sentAt })
}

function refusalFor(error: unknown, onBug: (error: unknown) => void): { code: string; message: string } {
  if (error instanceof RequestFault || error instanceof StoreError)
    return { code: error.code, message: error.message }
  onBug(error)
  return { code: 'SYS_ERR', message: 'the local cloud failed; its log says why' }
}
