import { useEffect, useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import { templateIdOf, type AtMostThree, type TemplateName } from '@contract/messages'
import { afterAnswers, afterSent, leftOf, worthAsking, type Consents, type SentMessage } from './consents'
import { readStored, writeStored } from './storage'

// Put in by the build: config/index.ts.
declare const TEMPLATE_ENVIRONMENT: Record<string, string | undefined>

// In a browser the local cloud stands in for WeChat; elsewhere nobody does.
declare const window: {
  localWeChat?: { requestSubscribeMessage(ids: string[]): Promise<unknown> }
}

const KEY = 'consents'

const listeners = new Set<() => void>()
let consents: Consents | undefined

const read = (): Consents => (consents ??= (readStored(KEY) as Consents | undefined) ?? {})

function keep(next: Consents): void {
  if (next === read()) return
  consents = next
  writeStored(KEY, next)
  listeners.forEach((changed) => changed())
}

/**
 * Asks in passing whether WeChat may send one message of each of these, at most three
 * (https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html);
 * leaves out those of which there are enough, and those that were refused lately. Must be called inside a tap, before
 * anything is waited for. What the tap was for goes on meanwhile, whatever the answer.
 */
export function askToNotify(names: AtMostThree): void {
  const wanted = worthAsking(
    names.flatMap((name) => name ?? []),
    read(),
    new Date(),
  )
  if (wanted.length > 0) void ask(wanted)
}

/** Asks for one message more, because that is what was tapped. Whether it was allowed. */
export const askForOneMore = (name: TemplateName): Promise<boolean> => ask([name])

const idOf = (name: TemplateName): string => templateIdOf(name, TEMPLATE_ENVIRONMENT)

/** Its owner wants no such messages at all. */
const SWITCHED_OFF = 20004

async function ask(names: TemplateName[]): Promise<boolean> {
  const answered = await answersTo(names.map(idOf))
  if (!answered) return false
  const answers = Object.fromEntries(names.map((name) => [name, String(answered[idOf(name)])]))
  keep(afterAnswers(read(), answers, new Date()))
  return names.every((name) => answers[name] === 'accept')
}

/** null where nobody was asked: without a signal WeChat cannot, and an old one knows no such messages. That is not a no. */
async function answersTo(ids: string[]): Promise<Record<string, unknown> | null> {
  try {
    return ((await request(ids)) ?? null) as Record<string, unknown> | null
  } catch (cause) {
    return (cause as { errCode?: number } | null)?.errCode === SWITCHED_OFF ? {} : null
  }
}

const request: (ids: string[]) => Promise<unknown> | undefined =
  process.env.TARO_ENV === 'weapp'
    ? (ids) =>
        Taro.requestSubscribeMessage({ tmplIds: ids } as Parameters<typeof Taro.requestSubscribeMessage>[0])
    : (ids) => window.localWeChat?.requestSubscribeMessage(ids)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Notes messages of a kind that a page knows to have been sent. */
export const noteSent = (name: TemplateName, messages: readonly SentMessage[]): void =>
  keep(afterSent(read(), name, messages))

/** How many messages of a kind may still come. @param sent what this page knows to have been sent */
export function useMessagesLeft(name: TemplateName, sent: readonly SentMessage[]): number {
  const known = afterSent(useSyncExternalStore(subscribe, read), name, sent)
  // Once: what has been kept is no news the next time.
  useEffect(() => keep(known), [known])
  return leftOf(known[name])
}
