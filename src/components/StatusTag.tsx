import { returneeMachine, type ReturneeStatus } from '@contract/returnee'
import { words, type Reader } from '@/words'
import { Tag, type TagTone } from './Tag'

/** To staff an unhandled case is work; to the resident an unanswered question is. */
const tones: Record<Reader, Record<ReturneeStatus, TagTone>> = {
  owner: {
    submitted: 'calm',
    asked: 'warning',
    accepted: 'good',
    tightening: 'good',
    reassessed: 'warning',
    appealed: 'warning',
    rejected: 'danger',
    withdrawn: 'quiet',
  },
  staff: {
    submitted: 'calm',
    asked: 'quiet',
    accepted: 'good',
    tightening: 'warning',
    reassessed: 'warning',
    appealed: 'warning',
    rejected: 'danger',
    withdrawn: 'quiet',
  },
}

const isReturneeStatus = (status: string): status is ReturneeStatus =>
  (returneeMachine.statuses as readonly string[]).includes(status)

export interface StatusTagProps {
  /** A status of the kind's machine; one that this version does not know shows nothing. */
  status: string
  reader: Reader
}

/** The status of a case as a word with a colour. */
export function StatusTag({ status, reader }: StatusTagProps) {
  if (!isReturneeStatus(status)) return null
  return <Tag tone={tones[reader][status]} text={words.registration.status[reader][status]} />
}
