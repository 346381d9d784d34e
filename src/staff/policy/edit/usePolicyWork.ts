import { useMemo, useState } from 'react'
import Taro from '@tarojs/taro'
import { useMutation } from '@tanstack/react-query'
import type { Declared } from '@contract/editions'
import { examine, isSound } from '@contract/policyExamination'
import { answerOf, api } from '@/services/api'
import { callErrorOf } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { declaredOf, useDeclaredFaults } from '../../editions/useDeclaring'
import { usePolicyDraft, type Start } from './usePolicyDraft'

/** A policy from the first rule to the proposal. */
export function usePolicyWork(place: string, start: Start) {
  const { draft, submission, change, drop } = usePolicyDraft(place, start)
  const [step, setStep] = useState(0)
  const { name, rules } = draft
  const examination = useMemo(() => examine(rules), [rules])
  const proposing = useMutation({
    // What was examined on this phone is examined once more by the function, which answers what stands for it.
    mutationFn: async (declared: Declared) => {
      const { digest } = await answerOf(api.policy.check({ place, name, rules }))
      return answerOf(api.policy.propose({ ...declared, name, rules, digest }))
    },
  })
  const error = proposing.error && callErrorOf(proposing.error)
  const { faults, setFound } = useDeclaredFaults(error)

  const propose = () => {
    const said = declaredOf(draft.declaring, { submission, place }, new Date())
    setFound('faults' in said ? said.faults : {})
    if ('faults' in said) return
    proposing.mutate(said.declared, {
      onSuccess: ({ id }) => {
        drop()
        void Taro.showToast({ title: staffWords.policy.proposed, icon: 'success' })
        void Taro.redirectTo({ url: `/staff/policy/edition/index?place=${place}&edition=${id}` })
      },
    })
  }
  return {
    place,
    draft,
    change,
    step,
    go: (to: number) => {
      proposing.reset()
      setStep(to)
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    examination,
    mayGoOn: isSound(examination) && name.trim() !== '',
    propose,
    isProposing: proposing.isPending,
    error,
    faults,
  }
}

export type PolicyWork = ReturnType<typeof usePolicyWork>
