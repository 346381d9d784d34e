import { randomUUID } from 'node:crypto'
import { StoreError, type Store } from '../store/types'
import type { CallTokens } from '../functions/callTokens'
import type { RequestEntry, RequestLog } from './requestLog'
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
 * Answers one request of the SDK as it is sent: JSON, or the bytes of an action that has its own form. Whatever goes
 * wrong is answered, as in production, with `{ code, message }`; nothing is thrown.
 *
 * @param sentAt see {@link RequestContext}
 */
export async function dispatch(
  fields: unknown,
  options: DispatchOptions,
  sentAt?: Date,
): Promise<string | Uint8Array> {
  const { services, onBug } = options
  const requestId = randomUUID()
  let entry: RequestEntry | undefined
  const asSent = (answer: Answer): string | Uint8Array => {
    const sent = answer instanceof Uint8Array ? answer : JSON.stringify({ requestId, ...answer })
    if (entry) entry.bytes = Buffer.byteLength(sent)
    return sent
  }
  try {
    const { act, origin, asked } = recognise(fields, options)
    entry = asked
    const context = { ...services, origin, now: new Date(), sentAt }
    return asSent(await countingDocuments(entry, services.store, () => act(fields, context)))
  } catch (error) {
    return asSent(refusalFor(error, onBug))
  }
}

/** What is asked for, and by whom; from now on the log knows of it. */
function recognise(fields: unknown, { tokens, requests }: DispatchOptions) {
  if (!isPlainObject(fields) || typeof fields.action !== 'string')
    throw new RequestFault('INVALID_PARAM', 'action is missing')
  const origin = tokens.read(fields.wxCloudApiToken)
  if (!origin)
    throw new RequestFault('INVALID_REQUEST_SOURCE', 'only functions that run in this local cloud may ask')
  const act = actions.get(fields.action)
  if (!act) throw new RequestFault('INVALID_ACTION', 'the local cloud does not know this action')
  const asked: RequestEntry = {
    action: fields.action,
    function: origin.function,
    ...(typeof fields.collectionName === 'string' && { collection: fields.collectionName }),
    documents: 0,
    bytes: 0,
  }
  requests.record(asked)
  return { act, origin, asked }
}

/**
 * The store works while an action begins, and for no other request meanwhile. What is read again after waiting for the
 * transaction of somebody else is not counted.
 */
function countingDocuments<T>(entry: RequestEntry, store: Store, begin: () => T): T {
  const before = store.documentsRead
  try {
    return begin()
  } finally {
    entry.documents = store.documentsRead - before
  }
}

function refusalFor(error: unknown, onBug: (error: unknown) => void): { code: string; message: string } {
  if (error instanceof RequestFault || error instanceof StoreError)
    return { code: error.code, message: error.message }
  onBug(error)
  return { code: 'SYS_ERR', message: 'the local cloud failed; its log says why' }
}
