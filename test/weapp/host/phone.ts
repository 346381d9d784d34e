import type { App } from './app'
import type { Hand } from './hand'
import type { PageStack } from './pageStack'
import type { Circumstances, Happened, PhoneState, UpdateNews } from './phoneState'
import { Screen } from './screen'
import type { Handed } from './setDataMeter'

export interface PhoneParts {
  app: App
  pages: PageStack
  hand: Hand
  state: PhoneState
  /** Ends all that the launch began. */
  stop: () => void
}

/** A phone with the mini-program on it. */
export class Phone {
  constructor(private readonly parts: PhoneParts) {}

  /** What WeChat would print as a warning. Empty, or the test fails when it closes the phone. */
  get warnings(): string[] {
    return this.parts.state.warnings
  }

  /** What handlers, timers and renders threw. Empty, or the test fails when it closes the phone. */
  get errors(): Error[] {
    return this.parts.state.errors
  }

  /** What was handed to the view since the last gesture. */
  get setData(): Handed {
    const { state, pages } = this.parts
    return state.setData.sinceLast(pages.top())
  }

  /** What each gesture has handed to the view, oldest first. */
  get handed(): Handed[] {
    const { state, pages } = this.parts
    return state.setData.all(pages.top())
  }

  /** What the app had WeChat do. */
  get happened(): Readonly<Happened> {
    return this.parts.state.happened
  }

  /** To be changed by the test at any time. */
  get circumstances(): Circumstances {
    return this.parts.state.circumstances
  }

  /** The page that is shown. */
  get page(): Screen {
    const { pages, hand } = this.parts
    const top = pages.top()
    if (!top) throw new Error('no page is open')
    return new Screen(top, pages, hand)
  }

  /** Routes of the pages that are open, lowest first. */
  get path(): string[] {
    return this.parts.pages.open().map(({ route }) => route)
  }

  /** What the mini-program stored under the key. */
  stored(key: string): unknown {
    const json = this.parts.state.stored.get(key)
    return json === undefined ? undefined : JSON.parse(json)
  }

  /** All that the mini-program stored, for another launch on the same phone. */
  storage(): Record<string, unknown> {
    return Object.fromEntries([...this.parts.state.stored.keys()].map((key) => [key, this.stored(key)]))
  }

  /** The signal comes or goes, and WeChat says so. */
  async signal(isThere: boolean): Promise<void> {
    const { hand, state } = this.parts
    state.circumstances.offline = !isThere
    await hand.act(() => state.signalHeard.forEach((hear) => hear()))
  }

  /** Enters the mini-program at a page, as a QR code or a message does: what was open is closed. */
  async open(path: string, query: Record<string, string> = {}): Promise<Screen> {
    const { app, pages, hand, state } = this.parts
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    hand.begin('open')
    await hand.act(() => {
      Object.assign(state.entrance, { path, query })
      app.enter()
      const refusal = pages.reLaunch(`/${path}?${pairs.join('&')}`)
      if (refusal !== undefined) throw new Error(refusal)
    })
    return this.page
  }

  /** WeChat has loaded a new version of the app, or could not. */
  async update(news: UpdateNews): Promise<void> {
    const { hand, state } = this.parts
    await hand.act(() => state.updates[news]?.())
  }

  /** WeChat's own back button. */
  async back(): Promise<Screen> {
    const { pages, hand } = this.parts
    hand.begin('back')
    await hand.act(() => {
      const refusal = pages.navigateBack()
      if (refusal !== undefined) throw new Error(refusal)
    })
    return this.page
  }

  /** Lets time pass, in ms of the app's time. */
  async wait(duration: number): Promise<void> {
    await this.parts.hand.wait(duration)
  }

  /** Lets everything come to rest: calls are answered, attempts repeated, and ten seconds of the app's time go by. */
  async rest(): Promise<void> {
    await this.parts.hand.waitUntil(() => false)
  }

  /** Puts the phone away. @throws with whatever went wrong on it and was not looked at. */
  close(): void {
    const { state, pages, stop } = this.parts
    const heavy = state.setData.complaints(pages.top())
    pages.close()
    stop()
    const all = [...state.errors.map(({ stack, message }) => stack ?? message), ...state.warnings, ...heavy]
    if (all.length > 0) throw new Error(`the mini-program is not well:\n${all.join('\n')}`)
  }
}
