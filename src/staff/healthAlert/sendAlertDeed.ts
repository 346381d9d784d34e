import type { HealthAlertChanged, HealthAlertRevealed } from '@contract/healthAlerts'
import type { AlertDeed } from '@/components/staff/alertDeed'
import { api, type Answer } from '@/services/api'
import type { Attempt } from '../case/attempt'

/** Sends a deed on the episode as it was seen. */
export function sendAlertDeed(
  { deed, submission }: Attempt<AlertDeed>,
  seen: { case: string; version: number },
): Promise<Answer<HealthAlertChanged | HealthAlertRevealed>> {
  const on = { ...seen, submission }
  switch (deed.event) {
    case 'close':
      return api.healthAlerts.close({ ...on, ending: deed.ending, words: deed.words })
    case 'reassign':
      return api.healthAlerts.reassign({ ...on, colleague: deed.colleague, words: deed.words })
    default:
      return api.healthAlerts[deed.event]({ ...on, words: deed.words })
  }
}
