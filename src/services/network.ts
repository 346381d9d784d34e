import { watchSignal } from './cloud'
import { clearOldCopies } from './copies'
import { pauseAfter } from './pauses'
import { askAgainWhatFailed } from './queries'
import { sendWaitingOnSignal } from './submissions'

/** As soon as there is a signal again, what waits is sent and what could not be shown is asked for, not by all phones at once. */
export const watchNetwork = (): void => {
  clearOldCopies()
  watchSignal(() => {
    sendWaitingOnSignal()
    setTimeout(askAgainWhatFailed, pauseAfter(1, Math.random()))
  })
}
