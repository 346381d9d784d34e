import * as v from 'valibot'
import { action } from './action'

/** A call of WeChat's own interfaces; `requestData` and the answer are protobuf (see wechat/openApi). */
export const callOpenApi = action(
  v.object({ apiName: v.string(), requestData: v.instance(Uint8Array) }),
  (fields, { openApi, now }) => openApi.call(fields.apiName, fields.requestData, now),
)
