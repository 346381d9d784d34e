import { useState } from 'react'
import * as v from 'valibot'
import { faultsOf, type Faults } from '@contract/faults'
import { rule as ruleSchema, type Rule } from '@contract/policyRules'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextArea } from '@/components/TextArea'
import { TextInput } from '@/components/TextInput'
import { staffWords } from '@/words/staff'
import { ConditionFields } from './ConditionFields'
import { ConsequenceFields } from './ConsequenceFields'

const said = staffWords.policy.rule

const most = { name: 20, sentence: 200 } as const

interface RuleSheetProps {
  rule: Rule
  onSave: (rule: Rule) => void
  onClose: () => void
}

/** One rule: for whom, what follows, and what is said. Nothing changes in the table before it is saved. */
export function RuleSheet({ rule: begun, onSave, onClose }: RuleSheetProps) {
  const [rule, setRule] = useState(begun)
  const [isRefused, setRefused] = useState(false)
  const set = (changes: Partial<Rule>) => setRule((before) => ({ ...before, ...changes }))
  const checked = v.safeParse(ruleSchema, rule)
  // Nobody is told what is missing before they are done; from then on a fault goes as soon as it is mended.
  const faults: Faults = isRefused && !checked.success ? faultsOf(checked.issues) : {}
  const save = () => {
    setRefused(!checked.success)
    if (checked.success) onSave(checked.output)
  }
  return (
    <Sheet title={said.title} open onClose={onClose}>
      <SheetBody>
        <Field label={said.name} fault={faults.name}>
          <TextInput
            label={said.name}
            value={rule.name}
            onChange={(name) => set({ name })}
            most={most.name}
            wrong={faults.name !== undefined}
          />
        </Field>
        <ConditionFields when={rule.when} onChange={(when) => set({ when })} />
        <ConsequenceFields then={rule.then} faults={faults} onChange={(then) => set({ then })} />
        <Field label={said.resident} hint={said.residentHint} fault={faults.resident}>
          <TextArea
            label={said.resident}
            value={rule.resident}
            onChange={(resident) => set({ resident })}
            most={most.sentence}
            wrong={faults.resident !== undefined}
          />
        </Field>
        <Field label={said.staff} optional fault={faults.staff}>
          <TextArea
            label={said.staff}
            value={rule.staff}
            onChange={(staff) => set({ staff })}
            most={most.sentence}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" onClick={save}>
        {said.save}
      </BigButton>
    </Sheet>
  )
}
