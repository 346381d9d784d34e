import type { TestCloud } from '../testCloud'

/** What a function sees of an answer: the SDK's own `errCode` and `errMsg`, with what WeChat answered beside them. */
export type WechatAnswer = Record<string, unknown> & { errCode: number; errMsg?: string }

/**
 * Calls an interface of WeChat's in a function, through the real SDK, by its path under `cloud.openapi`.
 *
 * @param openid who calls the function
 */
export async function callWechat(
  cloud: TestCloud,
  api: string,
  data: object,
  openid = 'anna',
): Promise<WechatAnswer> {
  const answer = await cloud.call('postman', { api, data }, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  const { error, ...rest } = answer.result as WechatAnswer & { error?: { errCode: number; message: string } }
  return error ? { errCode: error.errCode, errMsg: error.message } : rest
}
