import type { TipStatus } from '@contract/tipMachine'
import type { TagTone } from '../Tag'

/** What nobody has opened, and what nobody has decided, is to catch the eye. */
export const tipTones: Record<TipStatus, TagTone> = {
  told: 'danger',
  escalated: 'danger',
  seen: 'calm',
  confirmed: 'good',
  known: 'quiet',
  unfounded: 'quiet',
  undetermined: 'quiet',
  joined: 'quiet',
  suspected: 'warning',
  accused: 'warning',
  malicious: 'quiet',
  appealed: 'warning',
}
