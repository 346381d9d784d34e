import { useSyncExternalStore } from 'react'
import type { ButtonProps } from '@tarojs/components'
import Taro from '@tarojs/taro'

/** Interfaces of WeChat that it lets a page use only once the person has agreed to the privacy guideline. */
const privateUses = [
  'chooseMedia',
  'chooseMessageFile',
  'saveImageToPhotosAlbum',
  'setClipboardData',
  'getPhoneNumber',
] as const

export type PrivateUse = (typeof privateUses)[number]

/** WeChat compares it with the button that was really tapped. */
const AGREE_BUTTON = 'agree-to-privacy'

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

type Resolve = (resolution: Resolution) => void

/** What WeChat waits with until the person has answered. */
export interface PrivacyQuestion {
  /** null when it is none that this app knows of. */
  use: PrivateUse | null
  /** The page that was shown then. */
  page: string | undefined
}

type Asked = (resolve: Resolve, about?: { referrer?: string }) => void

// In a browser the local cloud stands in for WeChat; elsewhere nobody does.
declare const window: {
  localWeChat?: {
    onNeedPrivacyAuthorization(asked: Asked): void
    requirePrivacyAuthorize(use: PrivateUse): Promise<void>
    openPrivacyContract(): void
  }
}

let question: PrivacyQuestion | null = null
let waiting: Resolve[] = []
const listeners = new Set<() => void>()

const put = (next: PrivacyQuestion | null): void => {
  question = next
  listeners.forEach((changed) => changed())
}

/** WeChat says `button.getPhoneNumber` of a button. */
const namedBy = (referrer = ''): PrivateUse | null =>
  privateUses.find((use) => use === referrer.replace('button.', '')) ?? null

/** Several may be asked for before the first is answered: one answer is for all. */
const open: Asked = (resolve, { referrer } = {}) => {
  waiting.push(resolve)
  if (!question) put({ use: namedBy(referrer), page: pageShown() })
}

const pageShown = (): string | undefined => Taro.getCurrentInstance().router?.$taroPath

/**
 * Has WeChat ask through this app instead of through a popup of its own, which says nothing of what for. An old WeChat
 * (before 2.32.3) asks nobody. What was agreed to is kept by WeChat, and nowhere else.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export const watchPrivacy: () => void =
  process.env.TARO_ENV === 'weapp'
    ? () => {
        if (Taro.canIUse('onNeedPrivacyAuthorization')) Taro.onNeedPrivacyAuthorization(open)
      }
    : () => window.localWeChat?.onNeedPrivacyAuthorization(open)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens the guideline as it was declared in WeChat's console (docs/privacy.md). */
export const openPrivacyContract: () => void =
  process.env.TARO_ENV === 'weapp'
    ? () => {
        // Without a guideline in the console there is nothing to open.
        if (Taro.canIUse('openPrivacyContract')) Taro.openPrivacyContract({ fail: () => undefined })
      }
    : () => window.localWeChat?.openPrivacyContract()

const answer = (resolution: Resolution): void => {
  const all = waiting
  waiting = []
  put(null)
  all.forEach((resolve) => resolve(resolution))
}

/** Tells WeChat that the question is on the screen. */
const onShown = (): void => waiting.forEach((resolve) => resolve({ event: 'exposureAuthorization' }))

const agree = (): void => answer({ event: 'agree', buttonId: AGREE_BUTTON })

/** For ten seconds WeChat then refuses everything of the kind without asking. */
const onRefuse = (): void => answer({ event: 'disagree' })

/** WeChat learns of it from its own button; in a browser there is none. */
const agreeing: AskingPrivacy['agreeing'] =
  process.env.TARO_ENV === 'weapp'
    ? {
        wechat: {
          id: AGREE_BUTTON,
          openType: 'agreePrivacyAuthorization',
          onAgreePrivacyAuthorization: agree,
        },
      }
    : { onClick: agree }

/** A question of WeChat's, and how it is answered. */
export interface AskingPrivacy {
  /** null when nothing is asked. */
  question: PrivacyQuestion | null
  onShown: () => void
  onRefuse: () => void
  /** Opens the guideline. */
  onRead: () => void
  /** What makes a button the one to agree with. */
  agreeing: { onClick?: () => void; wechat?: ButtonProps }
}

export const usePrivacy = (): AskingPrivacy => ({
  question: useSyncExternalStore(subscribe, () => question),
  onShown,
  onRefuse,
  onRead: openPrivacyContract,
  agreeing,
})

/** Uses what WeChat asks about by itself; in a browser the stand-in is asked first. */
export const privately: <Answer>(use: PrivateUse, act: () => Promise<Answer>) => Promise<Answer> =
  process.env.TARO_ENV === 'weapp'
    ? (_use, act) => act()
    : async (use, act) => {
        await window.localWeChat?.requirePrivacyAuthorize(use)
        return act()
      }
