import * as v from 'valibot'
import type { FileAddresses } from '../files/addresses'
import type { Files } from '../files/files'
import type { CallOrigin } from '../functions/callTokens'
import type { Functions } from '../functions/functions'
import type { Store } from '../store/types'
import type { OpenApi } from '../wechat/openApi'
import { RequestFault } from './fault'
import type { OpenTransactions } from './openTransactions'

/** What the actions work on. */
export interface Services {
  store: Store
  transactions: OpenTransactions
  files: Files
  addresses: FileAddresses
  functions: Functions
  openApi: OpenApi
}

/** One request of a function: who sent it and when it arrived. */
export interface RequestContext extends Services {
  origin: CallOrigin
  now: Date
  /** When the function sent it, on the clock of this machine, as far as its SDK says so. */
  sentAt: Date | undefined
}

/** A JSON answer is sent beside its `requestId`; bytes (protobuf) are sent as they are. */
export type Answer = { [key: string]: unknown } | Uint8Array

export type Action = (fields: unknown, context: RequestContext) => Answer | Promise<Answer>

/** An action that runs only on fields of the right shape; others are answered with INVALID_PARAM naming the first wrong field. */
export function action<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (fields: v.InferOutput<Schema>, context: RequestContext) => Answer | Promise<Answer>,
): Action {
  return (fields, context) => {
    const checked = v.safeParse(schema, fields, { abortEarly: true })
    if (!checked.success) throw new RequestFault('INVALID_PARAM', describe(checked.issues[0]))
    return run(checked.output, context)
  }
}

function describe(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'the request'}: ${issue.message}`
}
