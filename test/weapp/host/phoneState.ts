/** What a test sets about the phone and about its owner. It may change at any time. */
export interface Circumstances {
  offline: boolean
  /** The owner's answer to every `wx.showModal`. */
  modalAnswer: 'confirm' | 'cancel'
  /** The owner's answer to every template of `wx.requestSubscribeMessage`. */
  subscribeAnswer: 'accept' | 'reject'
  /** Whether the owner lets the app write into the album; opening WeChat's settings lets it. */
  albumAnswer: 'accept' | 'reject'
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
  /** What WeChat asks before the page is left; null where it asks nothing. */
  leaving: string | null
}

/** What was sent from the logic to the view. */
export interface SetDataCount {
  count: number
  bytes: number
}

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
  setData: SetDataCount
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
    leaving: null,
  },
  stored: new Map(Object.entries(stored).map(([key, data]) => [key, JSON.stringify(data)])),
  entrance: { path: '', query: {}, scene: ordinaryScene },
  setData: { count: 0, bytes: 0 },
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
