import { SetDataMeter } from './setDataMeter'

/** What a test sets about the phone and about its owner. It may change at any time. */
export interface Circumstances {
  offline: boolean
  /** The owner's answer to every `wx.showModal`. */
  modalAnswer: 'confirm' | 'cancel'
  /** The owner's answer to every template of `wx.requestSubscribeMessage`. */
  subscribeAnswer: 'accept' | 'reject'
  /** Whether the owner lets the app write into the album; opening WeChat's settings lets it. */
  albumAnswer: 'accept' | 'reject'
  /** Whether the owner has agreed to the privacy guideline; WeChat remembers it when they do. */
  hasAgreed: boolean
  /** The owner's answer when WeChat asks for their telephone number. */
  phoneAnswer: 'accept' | 'reject'
  /** WeChat's font setting, px: 16 is the ordinary one, 24 about the largest. */
  fontSize: number
  /** The bytes of the picture that the owner takes or chooses; without one the choice is cancelled. */
  picture?: Uint8Array
  /** What the owner's camera reads in a code; without one scanning is cancelled. */
  scanned?: string
  /** The file that the owner chooses in a chat; without one the choice is cancelled. */
  chatFile?: { name: string; content: Uint8Array }
}

/** What the app had WeChat do, oldest first. */
export interface Happened {
  toasts: string[]
  modals: { title: string; content: string }[]
  /** Titles of the navigation bar set by the app while it ran. */
  titles: string[]
  phoneCalls: string[]
  clipboard: string[]
  /** Template ids asked for in one call. */
  subscriptions: string[][]
  /** The addresses of the pictures that were opened in one preview. */
  previews: string[][]
  /** The pictures that were put into the album. */
  saved: Uint8Array[]
  /** Interfaces for which the app was told to ask about privacy. */
  privacyAsked: string[]
  /** How often WeChat has shown the privacy guideline. */
  guidelineOpened: number
  /** How often the app has opened itself anew with its new version. */
  updatesApplied: number
  /** What WeChat asks before the page is left; null where it asks nothing. */
  leaving: string | null
}

/** A button of the kinds that WeChat itself does something at. */
export interface OpenButton {
  openType: string
  id: string
  /** Tells the app, by an event of the button. */
  tell: (event: string, detail: object) => void
}

/** A new version has been loaded, or could not be. */
export type UpdateNews = 'ready' | 'failed'

/** How the mini-program was entered, as `getLaunchOptionsSync` tells it. */
export interface Entrance {
  path: string
  query: Record<string, string>
  scene: number
}

/** All that one phone holds besides the app itself. */
export interface PhoneState {
  circumstances: Circumstances
  happened: Happened
  /** The mini-program's storage: JSON by key. */
  stored: Map<string, string>
  entrance: Entrance
  /** Whom WeChat tells of a new version of the app. */
  updates: Partial<Record<UpdateNews, () => void>>
  /** Whom WeChat tells that the signal has come or gone. */
  signalHeard: Set<() => void>
  /** What WeChat does at a tap on one of its buttons; nothing before the app runs. */
  pressed: (button: OpenButton) => void
  setData: SetDataMeter
  /** What WeChat would print as a warning: templates, setData, the app's own console. */
  warnings: string[]
  /** What handlers, timers, renders and lifecycles of the app threw. */
  errors: Error[]
}

// Found in WeChat's recent list; a QR code would be 1011.
const ordinaryScene = 1001

/** @param stored what the mini-program stored in former launches, by key. */
export const newPhoneState = (stored: Record<string, unknown>, offline: boolean): PhoneState => ({
  circumstances: {
    offline,
    modalAnswer: 'confirm',
    subscribeAnswer: 'accept',
    albumAnswer: 'accept',
    hasAgreed: true,
    phoneAnswer: 'accept',
    fontSize: 16,
  },
  happened: {
    toasts: [],
    modals: [],
    titles: [],
    phoneCalls: [],
    clipboard: [],
    subscriptions: [],
    previews: [],
    saved: [],
    privacyAsked: [],
    guidelineOpened: 0,
    updatesApplied: 0,
    leaving: null,
  },
  stored: new Map(Object.entries(stored).map(([key, data]) => [key, JSON.stringify(data)])),
  entrance: { path: '', query: {}, scene: ordinaryScene },
  updates: {},
  signalHeard: new Set(),
  pressed: () => undefined,
  setData: new SetDataMeter(),
  warnings: [],
  errors: [],
})

/** Keeps what the app threw, as an error of the test's own realm; the stack stays the app's. */
export const recordError = ({ errors }: PhoneState, thrown: unknown): void => {
  const { message, stack } = thrown as Partial<Error>
  const error = new Error(message ?? JSON.stringify(thrown))
  if (stack) error.stack = stack
  errors.push(error)
}
