import { forgetAnswer } from './reportAnswers'
import { removeWaiting, waitingOf, waitingSubmissions } from './submissions'

/** Nothing that was said of this household stays on the phone. */
export const forgetReports = (household: string): void => {
  for (const { input } of waitingOf('report', waitingSubmissions())) {
    if (input.household === household) removeWaiting(input.submission)
  }
  forgetAnswer(household)
}
