import { readArguments, writeErrorAnswer, writeJsonAnswer } from './commApi'
import type { Outbox } from './outbox'
import { sendSubscribeMessage } from './subscribeMessage'
import type { WechatInterface } from './wechatInterface'

const interfaces: ReadonlyMap<string, WechatInterface> = new Map([
  ['subscribeMessage.send', sendSubscribeMessage],
])

/** "system args error" and "API not found" in wx-server-sdk, config/error.config. */
const invalidArguments = -601002
const apiNotFound = -604100

/** What WeChat itself would answer to `cloud.openapi.*`; both sides are protobuf. */
export interface OpenApi {
  call(apiName: string, requestData: Uint8Array, now: Date): Uint8Array
}

export function createOpenApi(outbox: Outbox): OpenApi {
  return {
    call(apiName, requestData, now) {
      const answer = interfaces.get(apiName)
      if (!answer) return writeErrorAnswer(apiNotFound)
      const fields = readArguments(requestData)
      return fields ? writeJsonAnswer(answer(fields, { outbox, now })) : writeErrorAnswer(invalidArguments)
    },
  }
}
