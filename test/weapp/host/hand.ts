import { setImmediate } from 'node:timers/promises'
import type { OpenPage } from './pageStack'
import { recordError } from './phoneState'
import type { OpenButton, PhoneState } from './phoneState'
import type { Realm } from './realm'

/** What nobody notices, in ms of the app's time: after every event all that is due by then has happened. */
const moment = 50
/** How long somebody looks at a page that changes, in ms of the app's time. */
const patience = 10_000
const glance = 100

/** Does things to the app and waits for it, in the app's own time. */
export class Hand {
  private tapping = false

  /** @param pending calls to functions that are under way. @param shown the page that is shown. */
  constructor(
    private readonly realm: Realm,
    private readonly state: PhoneState,
    private readonly pending: Set<Promise<void>>,
    private readonly shown: () => OpenPage | undefined,
  ) {}

  /** True inside of a tap, where WeChat allows what it allows nowhere else. */
  readonly isTapping = () => this.tapping

  /** The owner begins something else: what reaches the view from now on is its doing. */
  begin(gesture: string): void {
    this.state.setData.begin(gesture, this.shown())
  }

  /** Does something, lets the app come to rest, and rejects with what the app threw meanwhile. */
  async act(deed: () => void): Promise<void> {
    await this.failingWithApp(async () => {
      deed()
      await this.pass(moment)
    })
  }

  /** The same, for a finger. */
  async actByTap(deed: () => void): Promise<void> {
    this.tapping = true
    await this.act(deed)
  }

  /** WeChat does what the button is there for. */
  press(button: OpenButton | undefined): void {
    if (button) this.state.pressed(button)
  }

  /** Lets time pass and calls come back until it is so. Resolves to false when nothing more will happen. */
  async waitUntil(isSo: () => boolean): Promise<boolean> {
    const { pending, realm } = this
    let waited = 0
    await this.failingWithApp(async () => {
      while (!isSo() && waited < patience && (pending.size > 0 || !realm.isIdle())) {
        if (pending.size > 0) await Promise.race(pending)
        else waited += glance
        await this.pass(pending.size > 0 ? moment : glance)
      }
    })
    return isSo()
  }

  /** Lets time pass, in ms of the app's time. */
  async wait(duration: number): Promise<void> {
    await this.failingWithApp(() => this.pass(duration))
  }

  private async pass(duration: number) {
    // Promises of the tap itself may still settle within it.
    await setImmediate()
    this.tapping = false
    try {
      await this.realm.pass(duration)
    } catch (thrown) {
      recordError(this.state, thrown)
    }
  }

  private async failingWithApp(work: () => Promise<void>) {
    const { errors } = this.state
    const before = errors.length
    await work()
    const thrown = errors[before]
    if (thrown) throw thrown
  }
}
