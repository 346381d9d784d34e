import { Root } from 'protobufjs'
import type { WechatPicture } from './wechatInterface'

/**
 * The envelope in which the SDK sends calls of WeChat's interfaces and reads their answers
 * (read in wx-server-sdk 4.0.2, protobuf/openapi). Only the fields that carry something here.
 */
const schema = Root.fromJSON({
  nested: {
    Pair: {
      fields: {
        key: { type: 'string', id: 1 },
        value: { type: 'bytes', id: 2 },
        contentType: { type: 'string', id: 3 },
      },
    },
    OpenApiData: {
      fields: { pairs: { rule: 'repeated', type: 'Pair', id: 1 } },
    },
    CommApiData: {
      fields: { apiType: { type: 'int32', id: 1 }, openapiData: { type: 'OpenApiData', id: 2 } },
    },
    CommOpenApiResp: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
      },
    },
  },
})
const request = schema.lookupType('CommApiData')
const response = schema.lookupType('CommOpenApiResp')

/**
 * The arguments of a call, by name in WeChat's spelling (`template_id`). A file (`{ contentType, value }`) is its bytes.
 *
 * @returns undefined when the bytes are no such envelope
 */
export function readArguments(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const decoded = request.decode(bytes) as {
      openapiData?: { pairs?: { key: string; value: Uint8Array; contentType: string }[] }
    }
    const pairs = decoded.openapiData?.pairs ?? []
    return Object.fromEntries(
      pairs.map(({ key, value, contentType }) => [
        key,
        contentType ? value : (JSON.parse(Buffer.from(value).toString()) as unknown),
      ]),
    )
  } catch {
    return undefined
  }
}

/** An answer of WeChat's, such as `{ errcode: 0, errmsg: 'ok' }`. */
export function writeJsonAnswer(answer: Record<string, unknown>): Uint8Array {
  const respData = Buffer.from(JSON.stringify(answer))
  return response.encode({ respData, contentType: 'application/json' }).finish()
}

/** An answer that is a picture. */
export function writePicture({ bytes, contentType }: WechatPicture): Uint8Array {
  return response.encode({ respData: bytes, contentType }).finish()
}

/** A call that did not reach an interface; the code is one of wx-server-sdk's own. */
export function writeErrorAnswer(errorCode: number): Uint8Array {
  return response.encode({ errorCode }).finish()
}
