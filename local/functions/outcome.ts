/**
 * Why a call did not answer. `code` is what another function's SDK receives, `errCode` and `errMsg` what
 * `wx.cloud.callFunction` fails with on the phone. `errMsg` is one line and never holds a stack.
 */
export interface Failure {
  code: string
  errCode: number
  errMsg: string
}

/** `result` is JSON text, handed on as the function's process wrote it. */
export type Outcome = { ok: true; result: string } | { ok: false; failure: Failure }

/** Codes of https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/errcode.html */
const codes = {
  functionNotFound: ['FUNCTION_NOT_FOUND', -501000],
  invalidParameters: ['INVALID_PARAM', -501007],
  executionFailed: ['FUNCTIONS_EXECUTE_FAIL', -504002],
  timedOut: ['FUNCTIONS_TIME_LIMIT_EXCEEDED', -504003],
  resultTooLarge: ['WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT', -604001],
} as const satisfies Record<string, readonly [code: string, errCode: number]>

export function failed(kind: keyof typeof codes, message: string): { ok: false; failure: Failure } {
  const [code, errCode] = codes[kind]
  return { ok: false, failure: { code, errCode, errMsg: firstLine(message) } }
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').slice(0, 1000)
}

/** What calls are answered that were under way when the cloud ended. */
export const stopped = failed('executionFailed', 'the local cloud was stopped')
