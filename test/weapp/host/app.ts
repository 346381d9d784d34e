import type { Entrance, PhoneState } from './phoneState'
import { recordError } from './phoneState'
import type { Realm } from './realm'

/** What an app may hand to `App`; it may carry anything else. */
interface AppOptions {
  onLaunch?: (entrance: Entrance) => void
  onShow?: (entrance: Entrance) => void
  onError?: (message: string) => void
}

/** The app object of a mini-program, and its life. */
export class App {
  private options: AppOptions = {}
  private isLaunched = false

  constructor(
    private readonly realm: Realm,
    private readonly state: PhoneState,
  ) {}

  /** The global `App`. */
  readonly declare = (options: AppOptions): void => {
    this.options = options
    this.watchErrors(options)
  }

  /** The global `getApp`. */
  readonly get = (): object => this.options

  /** Opens the app as the entrance says, for the first time or again. */
  enter(): void {
    const entrance = this.realm.copyIn(this.state.entrance)
    try {
      if (!this.isLaunched) this.options.onLaunch?.(entrance)
      this.isLaunched = true
      this.options.onShow?.(entrance)
    } catch (thrown) {
      recordError(this.state, thrown)
    }
  }

  /** `onError` is where Taro tells of a page that could not be drawn; it shows an empty one instead. */
  private watchErrors(options: AppOptions) {
    const own = options.onError
    options.onError = (message) => {
      recordError(this.state, new Error(message))
      own?.call(options, message)
    }
  }
}
