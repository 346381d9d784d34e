import { textsActions } from '@contract/texts'
import { serve } from '@kernel/serve'
import { hiddenBefore, hideText, keepText } from './decideText'
import { everyTenMinutes } from './everyTenMinutes'
import { revealText } from './revealText'
import { reviewText } from './reviewText'

export const main = serve(
  textsActions,
  { review: reviewText, reveal: revealText, keep: keepText, hide: hideText },
  { timers: { everyTenMinutes }, doneBefore: { hide: hiddenBefore } },
)
