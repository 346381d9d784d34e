import { View } from '@tarojs/components'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { Notice } from './Notice'

export interface FailureNoticeProps {
  /** null: nothing failed, nothing is shown. */
  error: CallError | null
  /** What became of what was typed. */
  kept?: string
}

const sentenceOf = ({ code, retryAfter }: CallError) =>
  retryAfter === undefined
    ? words.errors[code]
    : { title: words.looks.tooMany, whatToDo: words.looks.wait(retryAfter) }

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
