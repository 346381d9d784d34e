import type { Circumstances } from '../phoneState'
import type { Realm } from '../realm'
import type { Pictures } from './pictures'

type Failed = { error: { errCode: number; errMsg: string } }

/** Where `wx.cloud` leads: the local cloud, or anything that answers as it does. */
export interface CloudAnswers {
  call(name: string, event: unknown, openid: string): Promise<{ result: unknown } | Failed>
  upload(cloudPath: string, content: Uint8Array, openid: string): Promise<{ fileID: string } | Failed>
  /** Where it is kept which messages somebody has allowed, and whose codes for telephone numbers come from. */
  wechat?: {
    consents: { give(openid: string, template: string): void }
    phoneNumbers?: { issue(openid: string, now: Date): string }
  }
}

export interface CloudBridge {
  wxCloud: Record<string, unknown>
  /** Calls that are under way, each settling without an error when it is over. */
  pending: Set<Promise<void>>
}

export interface CloudBridgeParts {
  realm: Realm
  cloud: CloudAnswers
  openid: string
  circumstances: Circumstances
  pictures: Pictures
}

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (outcome: unknown) => void
}

interface Call {
  name: string
  data?: unknown
}

interface Upload {
  cloudPath: string
  filePath: string
}

/** `wx.cloud`: init, callFunction and uploadFile, which is all the project uses. */
export const cloudBridge = ({
  realm,
  cloud,
  openid,
  circumstances,
  pictures,
}: CloudBridgeParts): CloudBridge => {
  const pending = new Set<Promise<void>>()
  let initialised = false

  /** An API of `wx.cloud`: `ask` answers the further fields of its result, or why it failed. */
  const asking = <Options>(name: string, ask: (options: Options) => Promise<object>) => {
    const fault = (errCode: number, reason: string) => {
      const errMsg = `${name}:fail ${reason}`
      return realm.fault(errMsg, { errCode, errMsg })
    }
    const request = async (options: Options): Promise<unknown> => {
      if (!initialised) throw fault(-1, "Cloud API isn't enabled, please call wx.cloud.init first")
      if (circumstances.offline) throw fault(-1, 'request:fail')
      const answer = await ask(options)
      if (isFailed(answer)) throw fault(answer.error.errCode, answer.error.errMsg)
      return realm.copyIn({ errMsg: `${name}:ok`, ...answer })
    }
    return (options: Options & Callbacks) => settle(request(options), options)
  }

  const settle = (outcome: Promise<unknown>, { success, fail, complete }: Callbacks) => {
    const over: Promise<void> = outcome.then(
      () => void pending.delete(over),
      () => void pending.delete(over),
    )
    pending.add(over)
    if (!success && !fail && !complete)
      return realm.promise((resolve, reject) => void outcome.then(resolve, reject))
    void outcome.then(success, fail).then(complete)
    return undefined
  }

  const callFunction = asking<Call>('cloud.callFunction', async ({ name, data }) => ({
    requestID: 'local',
    ...(await cloud.call(name, JSON.parse(JSON.stringify(data ?? {})), openid)),
  }))
  const uploadFile = asking<Upload>('cloud.uploadFile', async ({ cloudPath, filePath }) => {
    const content = pictures.get(filePath)
    if (!content)
      return { error: { errCode: -401003, errMsg: `no such file or directory, open ${filePath}` } }
    return { statusCode: 200, ...(await cloud.upload(cloudPath, content, openid)) }
  })

  return { pending, wxCloud: { init: () => void (initialised = true), callFunction, uploadFile } }
}

const isFailed = (answer: object): answer is Failed => 'error' in answer
