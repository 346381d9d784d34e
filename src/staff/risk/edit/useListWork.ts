import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { AreaEntry } from '@contract/riskAreas'
import { useListCheck } from './useListCheck'
import { useListDraft, type ListDraft } from './useListDraft'
import { useProposing } from './useProposing'

/** What is sent of a draft; a file is sent when it is chosen. */
const entryOf = ({ kind, text, whole, edits }: ListDraft): Exclude<AreaEntry, { kind: 'file' }> =>
  kind === 'edits'
    ? {
        kind: 'edits',
        edits: edits.map(({ region, name, level, from, until }) => ({ region, name, level, from, until })),
      }
    : { kind: 'text', text, whole }

/** A list from the first word to the proposal; `edition` is an earlier one that is to apply again. */
export function useListWork(place: string, edition: string | undefined) {
  const kept = useListDraft(place)
  const { draft, change } = kept
  const { stage, check, chooseFile, enterAgain } = useListCheck(place)
  const [isDeclaring, setDeclaring] = useState(false)
  const { forget, ...proposing } = useProposing(place, kept)
  const step = stage.at === 'checked' ? (isDeclaring ? 2 : 1) : 0

  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [step])
  useEffect(() => {
    if (edition) check({ kind: 'edition', edition })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- an earlier edition is checked once, when the page opens
  }, [edition])
  /** Whatever comes out of it is to be looked at before it is declared. */
  const checking = (begin: () => void) => () => {
    forget()
    setDeclaring(false)
    begin()
  }
  return {
    isEarlier: edition !== undefined,
    draft,
    change,
    stage,
    step,
    check: checking(() => check(edition ? { kind: 'edition', edition } : entryOf(draft))),
    /** The same once more, as it was sent. */
    checkEntry: (entry: AreaEntry) => checking(() => check(entry)),
    chooseFile: checking(() => chooseFile(draft.whole)),
    enterAgain,
    declare: () => setDeclaring(true),
    review: () => setDeclaring(false),
    ...proposing,
  }
}

export type ListWork = ReturnType<typeof useListWork>
