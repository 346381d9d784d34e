import { useState } from 'react'
import Taro from '@tarojs/taro'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { declaredOf, useDeclaredFaults } from '../../editions/useDeclaring'
import type { Checked } from './useListCheck'
import type { useListDraft } from './useListDraft'

/** Proposes a list that was checked, with what is declared of it, and then shows it. */
export function useProposing(
  place: string,
  { draft, submission, change, drop }: ReturnType<typeof useListDraft>,
) {
  const [opened] = useState(() => new Date())
  const proposing = useSend('riskAreas', 'propose')
  const error = proposing.error && callErrorOf(proposing.error)
  const { faults, setFound } = useDeclaredFaults(error)
  const arrived = ({ id }: { id: string }) => {
    drop()
    void Taro.showToast({ title: staffWords.risk.edit.proposed, icon: 'success' })
    void Taro.redirectTo({ url: `/staff/risk/edition/index?place=${place}&edition=${id}` })
  }
  return {
    changeDeclaring: (declaring: typeof draft.declaring) => {
      // What was wrong before may be right now.
      setFound({})
      if (proposing.isError) proposing.reset()
      change({ declaring })
    },
    propose: ({ entry, plan }: Checked) => {
      const said = declaredOf(draft.declaring, { submission, place }, opened)
      setFound('faults' in said ? said.faults : {})
      if ('faults' in said) return
      proposing.mutate({ ...said.declared, entry, digest: plan.digest }, { onSuccess: arrived })
    },
    forget: () => proposing.reset(),
    isProposing: proposing.isPending,
    error,
    faults,
  }
}
