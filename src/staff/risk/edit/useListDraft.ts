import { useState } from 'react'
import type { AreaEntry } from '@contract/riskAreas'
import { dropDraft, readDraft, saveDraft, useSaving } from '@/services/drafts'
import { newSubmission } from '@/services/submission'
import { nothingDeclared, type Declaring } from '../../editions/useDeclaring'

/** What is said of an area of the list in force, with the names of its county. */
export type NamedEdit = Extract<AreaEntry, { kind: 'edits' }>['edits'][number] & { names: string }

/** The ways to enter a list. */
export const entryKinds = ['text', 'file', 'edits'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What has been entered of a list; a file stays where it is. */
export interface ListDraft {
  kind: EntryKind
  text: string
  /** Whether the table is the whole list. */
  whole: boolean
  edits: NamedEdit[]
  declaring: Declaring
}

const emptyDraft = (now: Date): ListDraft => ({
  kind: 'text',
  text: '',
  whole: false,
  edits: [],
  declaring: nothingDeclared(now),
})

/** A list that is being entered for a place. It keeps itself on this phone until it is proposed. */
export function useListDraft(place: string) {
  const name = `riskList/${place}` as const
  const [begun] = useState(() => readDraft<ListDraft>(name))
  const [draft, setDraft] = useState(() => begun?.values ?? emptyDraft(new Date()))
  const [submission] = useState(() => begun?.submission ?? newSubmission())
  const { soon, cancel } = useSaving(() => saveDraft(name, { values: draft, step: 0, submission }))
  return {
    draft,
    submission,
    change: (changes: Partial<ListDraft>) => {
      setDraft((before) => ({ ...before, ...changes }))
      soon()
    },
    drop: () => {
      cancel()
      dropDraft(name)
    },
  }
}
