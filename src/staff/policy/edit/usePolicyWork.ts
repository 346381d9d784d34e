import { useMemo, useState } from 'react'
import Taro from '@tarojs/taro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Declared } from '@contract/editions'
import { examine } from '@contract/policyExamination'
import { answerOf, api } from '@/services/api'
import { callErrorOf } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { declaredOf, useDeclaredFaults, type Declaring } from '../../editions/useDeclaring'
import { findingsOf } from '../examinationLines'
import { usePolicyDraft, type PolicyDraft, type Start } from './usePolicyDraft'

/** A policy from the first rule to the proposal. */
export function usePolicyWork(place: string, start: Start) {
  const { draft, submission, change, drop } = usePolicyDraft(place, start)
  const { step, turnTo } = useSteps()
  const [isRefused, setRefused] = useState(false)
  const { name, rules, declaring } = draft
  const findings = useMemo(() => findingsOf(rules, examine(rules)), [rules])
  const mustMend = findings.some((finding) => finding.mustMend)
  const proposing = useProposing(place, draft)
  const error = proposing.error && callErrorOf(proposing.error)
  const { faults, setFound } = useDeclaredFaults(error)
  const [opened] = useState(() => new Date())

  const propose = () => {
    const said = declaredOf(declaring, { submission, place }, opened)
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
  /** Stays at the rules, and shows what is wrong, while something is. */
  const go = (to: number) => {
    const mayLeave = !mustMend && name.trim() !== ''
    setRefused(!mayLeave)
    proposing.reset()
    turnTo(mayLeave ? to : 0)
  }
  return {
    place,
    draft,
    change,
    step,
    go,
    findings,
    mustMend,
    isNameMissing: isRefused && name.trim() === '',
    /** What is typed anew is no longer wrong; sending tells. */
    declare: (said: Declaring) => {
      setFound({})
      proposing.reset()
      change({ declaring: said })
    },
    propose,
    isProposing: proposing.isPending,
    error,
    faults,
  }
}

export type PolicyWork = ReturnType<typeof usePolicyWork>

function useSteps() {
  const [step, setStep] = useState(0)
  const turnTo = (to: number) => {
    setStep(to)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return { step, turnTo }
}

function useProposing(place: string, { name, rules, reporting, tipping }: PolicyDraft) {
  const content = { name, rules, reporting, tipping }
  const client = useQueryClient()
  return useMutation({
    // What was examined on this phone is examined once more by the function, which answers what stands for it.
    mutationFn: async (declared: Declared) => {
      const { digest } = await answerOf(api.policy.check({ place, ...content }))
      return answerOf(api.policy.propose({ ...declared, ...content, digest }))
    },
    onSuccess: () => void client.invalidateQueries(),
  })
}
