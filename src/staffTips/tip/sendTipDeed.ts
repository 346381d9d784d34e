import type { TipChanged, TipRevealed } from '@contract/tips'
import { api, type Answer } from '@/services/api'
import type { Attempt } from '@/staff/case/attempt'
import type { TipDeed } from './tipDeed'

/** Sends a deed on the tip as it was seen. */
export function sendTipDeed(
  { deed, submission }: Attempt<TipDeed>,
  seen: { case: string; version: number },
): Promise<Answer<TipChanged | TipRevealed>> {
  const on = { ...seen, submission }
  switch (deed.event) {
    case 'visit': {
      const { result, words, pictures, household } = deed
      return api.tips[result]({ ...on, words, pictures, household })
    }
    case 'dispatch':
      return api.tips.dispatch({ ...on, place: deed.place, words: deed.words })
    case 'reassign':
      return api.tips.reassign({ ...on, colleague: deed.colleague, words: deed.words })
    case 'lead':
      return api.tips.lead({ ...on, to: deed.to })
    case 'see':
      return api.tips.see(on)
    case 'separate':
      return api.tips.separate(on)
    default:
      return api.tips[deed.event]({ ...on, words: deed.words })
  }
}
