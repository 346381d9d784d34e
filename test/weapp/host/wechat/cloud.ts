import type { Realm } from '../realm'
import type { Circumstances } from '../phoneState'

/** Where `wx.cloud.callFunction` goes: the local cloud, or anything that answers as it does. */
export interface FunctionCalls {
  call(
    name: string,
    event: unknown,
    openid: string,
  ): Promise<{ result: unknown } | { error: { errCode: number; errMsg: string } }>
}

export interface CloudBridge {
  wxCloud: Record<string, unknown>
  /** Calls that are under way, each settling without an error when it is over. */
  pending: Set<Promise<void>>
}

interface Call {
  name: string
  data?: unknown
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (outcome: unknown) => void
}

/** `wx.cloud`: init and callFunction, which is all the project uses. */
export const cloudBridge = (
  realm: Realm,
  calls: FunctionCalls,
  openid: string,
  circumstances: Circumstances,
): CloudBridge => {
  const pending = new Set<Promise<void>>()
  let initialised = false

  const fault = (errCode: number, reason: string) => {
    const errMsg = `cloud.callFunction:fail ${reason}`
    return realm.fault(errMsg, { errCode, errMsg })
  }

  const request = async ({ name, data }: Call): Promise<unknown> => {
    if (!initialised) throw fault(-1, "Cloud API isn't enabled, please call wx.cloud.init first")
    if (circumstances.offline) throw fault(-1, 'request:fail')
    const answer = await calls.call(name, JSON.parse(JSON.stringify(data ?? {})), openid)
    if ('error' in answer) throw fault(answer.error.errCode, answer.error.errMsg)
    return realm.copyIn({ errMsg: 'cloud.callFunction:ok', result: answer.result, requestID: 'local' })
  }

  const callFunction = (call: Call): Promise<unknown> | undefined => {
    const outcome = request(call)
    const over: Promise<void> = outcome.then(
      () => void pending.delete(over),
      () => void pending.delete(over),
    )
    pending.add(over)
    const { success, fail, complete } = call
    if (!success && !fail && !complete)
      return realm.promise((resolve, reject) => void outcome.then(resolve, reject))
    void outcome.then(success, fail).then(complete)
    return undefined
  }

  return { pending, wxCloud: { init: () => void (initialised = true), callFunction } }
}
