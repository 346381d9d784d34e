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
declare const window: { location: { pathname: string } }

/**
 * The one file that knows how a call travels: through WeChat, which vouches for the person, or over HTTP to the
 * local cloud, which takes the person from the page's own address (`/as/<openid>/`).
 * Rejects with {@link CallFailure} when there is no answer.
 */
export const callFunction: (name: string, event: FunctionEvent) => Promise<unknown> =
  process.env.TARO_ENV === 'weapp' ? callThroughWeChat : callOverHttp

let connected = false

async function callThroughWeChat(name: string, event: FunctionEvent): Promise<unknown> {
  if (!connected) {
    Taro.cloud.init()
    connected = true
  }
  try {
    const { result } = await Taro.cloud.callFunction({ name, data: event })
    return result
  } catch (cause) {
    const { errCode, errMsg } = cause as { errCode?: number; errMsg?: string }
    // Codes of -500000 and below come from the cloud; -1 and the like from the phone's own network.
    throw new CallFailure(errCode !== undefined && errCode <= -500000, errMsg ?? String(cause))
  }
}

async function callOverHttp(name: string, event: FunctionEvent): Promise<unknown> {
  const answer = await Taro.request<{ result?: unknown; error?: { errMsg: string } }>({
    url: `/call/${name}`,
    method: 'POST',
    data: event,
    header: { 'content-type': 'application/json', 'x-wx-openid': personOfThisPage() },
  }).catch((cause: unknown) => {
    throw new CallFailure(false, String(cause))
  })
  if (answer.data.error) throw new CallFailure(true, answer.data.error.errMsg)
  return answer.data.result
}

function personOfThisPage(): string {
  return decodeURIComponent(/^\/as\/([^/]+)/.exec(window.location.pathname)?.[1] ?? '')
}

/** Keeps two people apart who share one browser; WeChat keeps a storage for each account itself. */
export const storageScope = (): string => (process.env.TARO_ENV === 'weapp' ? '' : `${personOfThisPage()}/`)
