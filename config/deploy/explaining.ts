/** What to do about what Tencent Cloud answers: https://cloud.tencent.com/document/api/876/34810, by the beginning of its code. */
const hints: [code: string, hint: string][] = [
  [
    'AuthFailure',
    'Look at TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, and at the clock of this machine.',
  ],
  [
    'UnauthorizedOperation',
    'The account of the key needs QcloudTCBFullAccess and QcloudSCFFullAccess (console.cloud.tencent.com/cam).',
  ],
  ['ResourceNotFound', 'Look at the id of the environment and at the account that the key belongs to.'],
  ['LimitExceeded', 'The plan of the environment is too small for it: tcb.cloud.tencent.com, package.'],
  ['ResourceInUse', 'Something else is changing it at this moment: wait a minute.'],
  ['FailedOperation', 'Usually it passes: wait a minute.'],
  ['ENOTFOUND', 'This machine has no way to tencentcloudapi.com.'],
  ['ECONN', 'This machine has no way to tencentcloudapi.com.'],
]

/** An error of the cloud in one line, with what to do about it where that is known. */
export function explain(error: unknown): string {
  const { message = String(error), code = '' } = error as { message?: string; code?: string | number }
  const found = hints.find(([beginning]) => String(code).startsWith(beginning))
  return [message.replace(/\s+/g, ' '), code && `(${code})`, found?.[1]].filter(Boolean).join(' ')
}
