import { healthAlertMachine, type HealthAlertStatus } from '@contract/healthAlerts'
import type { CaseKind } from '@contract/cases'
import { tipMachine } from '@contract/tipMachine'
import { handlingWords } from '@/words/handling'
import { staffWords } from '@/words/staff'
import { StatusTag } from '../StatusTag'
import { Tag, type TagTone } from '../Tag'
import { tipTones } from './tipTones'

const said = staffWords.healthAlert

const tones: Record<HealthAlertStatus, TagTone> = {
  raised: 'danger',
  escalated: 'danger',
  seen: 'calm',
  closed: 'quiet',
}

export interface CaseTagsProps {
  kind: CaseKind
  /** A status of the kind's machine; one that this version does not know shows nothing. */
  status: string
  /** Whether it must be done before everything else. */
  urgent?: boolean
}

/** How a case of any kind stands, to staff. */
export function CaseTags({ kind, status, urgent = false }: CaseTagsProps) {
  const alertStatus = healthAlertMachine.statuses.find((one) => one === status)
  const tipStatus = tipMachine.statuses.find((one) => one === status)
  return (
    <>
      {urgent && <Tag tone="danger" text={handlingWords.urgent} />}
      {kind === 'returnee' && <StatusTag status={status} reader="staff" />}
      {kind === 'healthAlert' && alertStatus && (
        <Tag tone={tones[alertStatus]} text={said.status[alertStatus]} />
      )}
      {kind === 'tip' && tipStatus && (
        <Tag tone={tipTones[tipStatus]} text={staffWords.tips.status[tipStatus]} />
      )}
    </>
  )
}
