import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Instant } from '@contract/cases'
import { dropDraft, readDraft } from '@/services/drafts'

const DRAFT = 'returnee/new'

const whenSaved = (): Instant | undefined => readDraft(DRAFT)?.savedAt

/** When the registration that was begun and not sent was saved; undefined when there is none. */
export function useBegunForm(): { savedAt: Instant | undefined; drop: () => void } {
  const [savedAt, setSavedAt] = useState(whenSaved)
  useDidShow(() => setSavedAt(whenSaved()))
  const drop = () => {
    dropDraft(DRAFT)
    setSavedAt(undefined)
  }
  return { savedAt, drop }
}
