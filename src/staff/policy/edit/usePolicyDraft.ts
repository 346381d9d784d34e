import { useState } from 'react'
import { policyExamples } from '@contract/policyExamples'
import type { PolicyShown } from '@contract/policy'
import type { Rule } from '@contract/policyRules'
import { usualReporting, type ReportingRules } from '@contract/reportingRules'
import type { TippingRules } from '@contract/tippingRules'
import { usualTipping } from '@contract/usualTipping'
import { dropDraft, readDraft, saveDraft, useSaving } from '@/services/drafts'
import { newSubmission } from '@/services/submission'
import { staffWords } from '@/words/staff'
import { nothingDeclared, type Declaring } from '../../editions/useDeclaring'
import { blankRule } from '../ruleEdits'
import { noExample, type Begun, type Trying } from './trying'

/** A policy that is being written, with the examples that it is tried on. */
export interface PolicyDraft {
  name: string
  rules: Rule[]
  reporting: ReportingRules
  tipping: TippingRules
  trying: Begun
  kept: Trying[]
  declaring: Declaring
}

/** What a new policy starts from. */
export type Start = { policy: PolicyShown } | { example: string } | null

function draftFrom(start: Start, now: Date): PolicyDraft {
  const rest = {
    reporting: usualReporting,
    tipping: usualTipping,
    trying: noExample(now),
    kept: [],
    declaring: nothingDeclared(now),
  }
  if (start && 'policy' in start) {
    const { name, rules, reporting, tipping } = start.policy
    return { ...rest, name, rules, reporting, tipping }
  }
  const example = start && policyExamples.find(({ name }) => name === start.example)
  if (!example) {
    return { ...rest, name: '', rules: [blankRule('others', staffWords.policy.everything)] }
  }
  const { text, link, publishedOn } = example.source
  return {
    ...rest,
    name: example.name,
    rules: example.rules,
    declaring: { ...rest.declaring, text, link, publishedOn },
  }
}

/** Begun before on this phone, or from a start. It keeps itself until it is proposed. */
export function usePolicyDraft(place: string, start: Start) {
  const name = `policy/${place}` as const
  const [begun] = useState(() => (start ? undefined : readDraft<PolicyDraft>(name)))
  // What was begun before households reported, or neighbours told of anything, says nothing of that.
  const [draft, setDraft] = useState(() => ({ ...draftFrom(start, new Date()), ...begun?.values }))
  const [submission] = useState(() => begun?.submission ?? newSubmission())
  const { soon, cancel } = useSaving(() => saveDraft(name, { values: draft, step: 0, submission }))
  return {
    draft,
    submission,
    change: (changes: Partial<PolicyDraft>) => {
      setDraft((before) => ({ ...before, ...changes }))
      soon()
    },
    drop: () => {
      cancel()
      dropDraft(name)
    },
  }
}
