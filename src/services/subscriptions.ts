import Taro from '@tarojs/taro'
import { templateIdOf, type TemplateName } from '@contract/messages'

// Put in by the build: config/index.ts.
declare const TEMPLATE_ENVIRONMENT: Record<string, string | undefined>

// In a browser the local cloud stands in for WeChat; elsewhere nobody does.
declare const window: {
  localWeChat?: { requestSubscribeMessage(ids: string[]): Promise<unknown> }
}

type AtMostThree = [TemplateName, TemplateName?, TemplateName?]

/**
 * Asks whether WeChat may send one message of each of these, at most three
 * (https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html).
 * Must be called inside a tap, before anything is waited for. What the tap was for goes on meanwhile, whatever the answer.
 */
export function askToNotify(names: AtMostThree): void {
  const ids = names.flatMap((name) => (name ? [templateIdOf(name, TEMPLATE_ENVIRONMENT)] : []))
  try {
    // No answer is needed: the functions learn from WeChat whether a message could be sent.
    request(ids)?.catch(() => undefined)
  } catch {
    // An old WeChat knows no such messages.
  }
}

const request: (ids: string[]) => Promise<unknown> | undefined =
  process.env.TARO_ENV === 'weapp'
    ? (ids) =>
        Taro.requestSubscribeMessage({ tmplIds: ids } as Parameters<typeof Taro.requestSubscribeMessage>[0])
    : (ids) => window.localWeChat?.requestSubscribeMessage(ids)
