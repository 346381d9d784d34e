import { View } from '@tarojs/components'
import { onlyOffends } from '@contract/faults'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { Notice } from './Notice'

export interface FailureNoticeProps {
  /** null: nothing failed, nothing is shown. */
  error: CallError | null
  /** What became of what was typed. */
  kept?: string
}

const sentenceOf = ({ code, retryAfter, fields }: CallError) => {
  if (retryAfter !== undefined) return { title: words.looks.tooMany, whatToDo: words.looks.wait(retryAfter) }
  // Where only words are asked for, no field is marked.
  return onlyOffends(fields)
    ? { ...words.errors.invalidInput, whatToDo: words.faults.offends }
    : words.errors[code]
}

/** Why a sending did not succeed, and what to do; the button that sends stays the one to try again with. */
export function FailureNotice({ error, kept }: FailureNoticeProps) {
  if (!error) return null
  const { title, whatToDo } = sentenceOf(error)
  return (
    <Notice tone="danger" title={title}>
      <View>{whatToDo}</View>
      {kept && <View>{kept}</View>}
    </Notice>
  )
}
