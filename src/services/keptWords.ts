import { useEffect, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { dropDraft, readDraft, saveDraft, useSaving, type DraftName } from './drafts'

interface Sending {
  /** Whether it is these words that are being sent: several sheets may share one sending. */
  open: boolean
  busy: boolean
  /** Anything but null: they were not taken, and are needed once more. */
  error: object | null
}

/**
 * What is said and how to say something else, like `useState`.
 *
 * @param sheet tells what is written on one page from another
 * @param first what stands there at first
 */
export type KeepWords = (sheet: string, sending: Sending, first?: string) => [string, (said: string) => void]

/** Words on their way, by whatever became of the sheet that sent them. */
const underway = new Set<DraftName>()

/**
 * Words that somebody writes about what the page shows (`?id=`): they outlive the page and the app until they have arrived. Where a
 * page is about several things they last as long as it does.
 */
export const useKeptWords: KeepWords = (sheet, { open, busy, error }, first = '') => {
  const { id } = useRouter().params
  const name: DraftName | null = id ? `words/${id}/${sheet}` : null
  const [said, setSaid] = useState(
    () => (name && !underway.has(name) && readDraft<string>(name)?.values) || first,
  )
  const { soon, cancel } = useSaving(() => {
    if (name) saveDraft(name, { values: said, step: 0, submission: '' })
  })
  useEffect(() => {
    if (!name) return
    if (busy && open) underway.add(name)
    const isSettled = !busy && underway.delete(name)
    if (!isSettled || error) return
    cancel()
    dropDraft(name)
  }, [open, busy, error, name, cancel])
  useEffect(
    () => () => {
      if (!name || !underway.has(name)) return
      cancel()
      dropDraft(name)
    },
    [name, cancel],
  )
  const say = (text: string) => {
    setSaid(text)
    soon()
  }
  return [said, say]
}
