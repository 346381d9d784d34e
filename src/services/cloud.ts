import Taro from '@tarojs/taro'
import type { FunctionEvent } from '@contract'

/** A call that brought no answer. `reached` tells a fault of the cloud from a phone without signal. */
export class CallFailure extends Error {
  constructor(
    readonly reached: boolean,
    message: string,
  ) {
    super(message)
  }
}

// Only what this file needs of the browser; the rest of src must run where there is none.
declare const window: {
  location: { pathname: string }
  addEventListener(event: 'online', heard: () => void): void
}

/**
 * The one file that knows how a call travels: through WeChat, which vouches for the person, or over HTTP to the
 * local cloud, which takes the person from the page's own address (`/as/<openid>/`).
 * Rejects with {@link CallFailure} when there is no answer.
 */
export const callFunction: (name: string, event: FunctionEvent) => Promise<unknown> =
  process.env.TARO_ENV === 'weapp' ? callThroughWeChat : callOverHttp

/**
 * Puts a file of this phone into the cloud storage. Answers its id, by which a function finds it.
 * Rejects with {@link CallFailure} when it has not arrived.
 *
 * @param cloudPath must be new or this person's own, such as `incoming/<uuid>`
 * @param filePath as `Taro.chooseMedia` gives it
 */
export const uploadFile: (cloudPath: string, filePath: string) => Promise<string> =
  process.env.TARO_ENV === 'weapp' ? uploadThroughWeChat : uploadOverHttp

/** A little longer than a function may take (config.json of each); those that go through much may take a minute. */
const PATIENCE_MS = 35_000
const LONG_PATIENCE_MS = 65_000
const slow: readonly string[] = ['keeping', 'placeImport', 'riskAreas', 'upkeep']

const patienceWith = (name: string): number => (slow.includes(name) ? LONG_PATIENCE_MS : PATIENCE_MS)

/** A phone at the edge of a signal may wait for ever for an answer that is lost. */
async function within<Answer>(patience: number, pending: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallFailure(false, 'no answer in time')), patience)
  })
  try {
    return await Promise.race([pending, late])
  } finally {
    clearTimeout(timer)
  }
}

async function callThroughWeChat(name: string, event: FunctionEvent): Promise<unknown> {
  const asking = throughWeChat(() => Taro.cloud.callFunction({ name, data: event }))
  const { result } = await within(patienceWith(name), asking)
  return result
}

async function uploadThroughWeChat(cloudPath: string, filePath: string): Promise<string> {
  const { fileID } = await throughWeChat(() => Taro.cloud.uploadFile({ cloudPath, filePath }))
  return fileID
}

let connected = false

async function throughWeChat<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  if (!connected) {
    Taro.cloud.init()
    connected = true
  }
  try {
    return await ask()
  } catch (cause) {
    const { errCode, errMsg } = cause as { errCode?: number; errMsg?: string }
    // Codes of -500000 and below come from the cloud; -1 and the like from the phone's own network.
    throw new CallFailure(errCode !== undefined && errCode <= -500000, errMsg ?? String(cause))
  }
}

async function callOverHttp(name: string, event: FunctionEvent): Promise<unknown> {
  const asking = post<{ result?: unknown }>(`/call/${name}`, 'application/json', event)
  const { result } = await within(patienceWith(name), asking)
  return result
}

async function uploadOverHttp(cloudPath: string, filePath: string): Promise<string> {
  const url = `/upload?cloudPath=${encodeURIComponent(cloudPath)}`
  // The path of a chosen file is a blob: address, which the page itself can read.
  const file = await Taro.request<ArrayBuffer>({ url: filePath, responseType: 'arraybuffer' }).catch(
    notReached,
  )
  const { fileID } = await post<{ fileID: string }>(url, 'application/octet-stream', file.data)
  return fileID
}

async function post<Body>(url: string, contentType: string, data: unknown): Promise<Body> {
  const header = { 'content-type': contentType, 'x-wx-openid': personOfThisPage() }
  const answer = await Taro.request<Body & { error?: { errMsg: string } }>({
    url,
    method: 'POST',
    data,
    header,
  }).catch(notReached)
  if (answer.data.error) throw new CallFailure(true, answer.data.error.errMsg)
  return answer.data
}

function notReached(cause: unknown): never {
  throw new CallFailure(false, String(cause))
}

function personOfThisPage(): string {
  return decodeURIComponent(/^\/as\/([^/]+)/.exec(window.location.pathname)?.[1] ?? '')
}

/** Keeps two people apart who share one browser; WeChat keeps a storage for each account itself. */
export const storageScope = (): string => (process.env.TARO_ENV === 'weapp' ? '' : `${personOfThisPage()}/`)

/** Calls back each time the phone has a signal again, for as long as the app runs. */
export const watchSignal = (heard: () => void): void => {
  if (process.env.TARO_ENV !== 'weapp') window.addEventListener('online', heard)
  else
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) heard()
    })
}
