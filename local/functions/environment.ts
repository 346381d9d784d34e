import type { CallOrigin, CallTokens } from './callTokens'

/** What the cloud calls itself: `ENV` of getWXContext. */
export const environmentName = 'local'

/** The id that WeChat's developer tools give a project without its own. */
export const appid = 'touristappid'

/**
 * The environment of a function's process, the same for all its calls: what wx-server-sdk expects to find in the cloud
 * (read in @cloudbase/node-sdk, tcbcontext.ts). The keys are dummies: the SDK signs with them and the local cloud does not look.
 */
export function workerEnvironment(cloudAddress: string): Record<string, string> {
  return {
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: environmentName,
    TCB_ENV: environmentName,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloudAddress}/admin` }),
  }
}

/**
 * The environment of one call. `WX_CONTEXT_KEYS` lists what getWXContext shows; it hides the token by itself.
 * A call without a caller (a timer, or code being loaded) has the token only.
 */
export function callEnvironment(origin: CallOrigin, tokens: CallTokens): Record<string, string> {
  const context: Record<string, string> = { WX_API_TOKEN: tokens.issue(origin) }
  if (origin.openid !== undefined) {
    Object.assign(context, { WX_OPENID: origin.openid, WX_APPID: appid, WX_CLIENTIP: '127.0.0.1' })
  }
  return { ...context, WX_CONTEXT_KEYS: Object.keys(context).join(','), TCB_SOURCE: origin.source }
}
