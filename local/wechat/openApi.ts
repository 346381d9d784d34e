import { randomBytes } from 'node:crypto'
import { pathCode, unlimitedCode } from './codePicture'
import { readArguments, writeErrorAnswer, writeJsonAnswer, writePicture } from './commApi'
import { checkMessage } from './contentCheck'
import { getPhoneNumber } from './getPhoneNumber'
import { sendSubscribeMessage } from './subscribeMessage'
import type { Wechat } from './wechat'
import { isPicture, type WechatAnswer, type WechatInterface } from './wechatInterface'

/** By the path under `cloud.openapi`. */
const interfaces: ReadonlyMap<string, WechatInterface> = new Map<string, WechatInterface>([
  ['phonenumber.getPhoneNumber', getPhoneNumber],
  ['security.msgSecCheck', checkMessage],
  ['subscribeMessage.send', sendSubscribeMessage],
  ['wxacode.createQRCode', pathCode(128)],
  ['wxacode.get', pathCode(1024)],
  ['wxacode.getUnlimited', unlimitedCode],
])

/** "system args error" and "API not found" in wx-server-sdk, config/error.config. */
const invalidArguments = -601002
const apiNotFound = -604100

/** What WeChat itself would answer to `cloud.openapi.*`; both sides are protobuf. */
export interface OpenApi {
  call(apiName: string, requestData: Uint8Array, now: Date): Uint8Array
}

/** @param log told once of each interface that a function asks for and that is not here: in production it may well be */
export function createOpenApi(wechat: Wechat, log: (line: string) => void): OpenApi {
  const missed = new Set<string>()
  return {
    call(apiName, requestData, now) {
      const ask = interfaces.get(apiName)
      if (!ask) {
        if (!missed.has(apiName))
          log(`The local cloud has no cloud.openapi.${apiName}: it answers ${apiNotFound}.`)
        missed.add(apiName)
        return writeErrorAnswer(apiNotFound)
      }
      const fields = readArguments(requestData)
      if (!fields) return writeErrorAnswer(invalidArguments)
      const answer = ask(fields, wechat, now)
      return isPicture(answer) ? writePicture(answer) : writeJsonAnswer(withRequestId(answer))
    },
  }
}

/** WeChat ends the text of each refusal with an id of the request: nobody can compare it with a constant. */
function withRequestId(answer: WechatAnswer): WechatAnswer {
  if (answer.errcode === 0) return answer
  const rid = [randomBytes(4), randomBytes(4), randomBytes(4)].map((part) => part.toString('hex')).join('-')
  return { ...answer, errmsg: `${answer.errmsg} rid: ${rid}` }
}
