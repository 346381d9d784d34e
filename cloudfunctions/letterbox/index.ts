import { letterboxActions } from '@contract/letterbox'
import { serve } from '@kernel/serve'
import { addedBefore, addToTip, appealAgainst } from './addLetter'
import { askQuestions } from './askQuestions'
import { everyTenMinutes } from './everyTenMinutes'
import { followTip } from './followTip'
import { addLetterPicture, showLetterPicture } from './letterPictures'
import { tellTip, toldBefore } from './tellTip'

export const main = serve(
  letterboxActions,
  {
    questions: askQuestions,
    addPicture: addLetterPicture,
    showPicture: showLetterPicture,
    tell: tellTip,
    follow: followTip,
    add: addToTip,
    appeal: appealAgainst,
  },
  {
    timers: { everyTenMinutes },
    doneBefore: { tell: toldBefore, add: addedBefore, appeal: addedBefore },
  },
)
