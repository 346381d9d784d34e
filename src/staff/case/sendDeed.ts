import type { Changed, Revealed } from '@contract/returnee'
import type { Deed } from '@/components/staff/DeedSheets'
import { api, type Answer } from '@/services/api'
import type { Attempt } from './attempt'

/** Sends a deed on the case as it was seen. */
export function sendDeed(
  { deed, submission }: Attempt<Deed>,
  seen: { case: string; version: number },
): Promise<Answer<Changed | Revealed>> {
  const on = { ...seen, submission }
  switch (deed.event) {
    case 'accept':
    case 'revise':
    case 'tighten':
    case 'grant':
      return api.returnee[deed.event]({
        ...on,
        measure: deed.measure,
        days: deed.days,
        words: deed.words,
      })
    case 'reassign':
      return api.returnee.reassign({ ...on, colleague: deed.colleague, words: deed.words })
    default:
      return api.returnee[deed.event]({ ...on, words: deed.words })
  }
}
