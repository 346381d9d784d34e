import { useCallback, useEffect, useRef } from 'react'
import { useDidHide, useUnload } from '@tarojs/taro'
import type { Instant } from '@contract/cases'
import { isFresh } from './draftAge'
import { readStored, removeStored, writeStored } from './storage'

/** A form that somebody has begun: what is typed, where they are, and the id under which it will be sent. */
export interface Draft<Values> {
  values: Values
  step: number
  submission: string
  savedAt: Instant
}

/** Drafts by what is being written; a case that is amended has its own, and so have the list and the policy of each place. */
export type DraftName =
  | 'returnee/new'
  | 'returnee/telephone'
  | `returnee/again/${string}`
  | `returnee/tip/${string}`
  | `returnee/amend/${string}`
  | `report/${string}`
  | 'household/family'
  | 'household/staff'
  | 'tip/new'
  | `tip/letter/${string}`
  | `words/${string}`
  | `riskList/${string}`
  | `policy/${string}`

const keyOf = (name: DraftName): string => `draft/${name}`

/** What was begun and not sent; undefined when there is nothing, or it is too old to go on with. */
export const readDraft = <Values>(name: DraftName): Draft<Values> | undefined => {
  // Written by `saveDraft` alone, and only under this name.
  const draft = readStored(keyOf(name)) as Draft<Values> | undefined
  if (!draft || isFresh(draft.savedAt, new Date())) return draft
  dropDraft(name)
  return undefined
}

export const saveDraft = <Values>(name: DraftName, draft: Omit<Draft<Values>, 'savedAt'>): boolean =>
  writeStored(keyOf(name), { ...draft, savedAt: new Date().toISOString() })

export const dropDraft = (name: DraftName): void => removeStored(keyOf(name))

const PAUSE_MS = 500

interface Saving {
  /** Saves when typing pauses, or when the page is left. */
  soon: () => void
  /** Forgets what is not saved yet. */
  cancel: () => void
}

/** Saves by itself, and always as things are at the moment of saving. */
export function useSaving(save: () => void): Saving {
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const cancel = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
  }, [])
  const flush = useCallback(() => {
    if (timer.current === undefined) return
    cancel()
    latest.current()
  }, [cancel])
  const soon = useCallback(() => {
    cancel()
    timer.current = setTimeout(flush, PAUSE_MS)
  }, [cancel, flush])
  useDidHide(flush)
  useUnload(flush)
  return { soon, cancel }
}
