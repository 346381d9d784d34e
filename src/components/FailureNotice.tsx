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

/** Why a sending did not succeed, and what to do; the button that sends stays the one to try again with. */
export function FailureNotice({ error, kept }: FailureNoticeProps) {
  if (!error) return null
  const { title, whatToDo } = words.errors[error.code]
  return (
    <Notice tone="danger" title={title}>
      <View>{whatToDo}</View>
      {kept && <View>{kept}</View>}
    </Notice>
  )
}
