import { useState } from 'react'
import { View } from '@tarojs/components'
import { policyLimits, type Rule } from '@contract/policyRules'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'
import { staffWords } from '@/words/staff'
import { ExaminationView } from '../ExaminationView'
import { blankRule, copied, freeId, withRule } from '../ruleEdits'
import { ReportingCard } from '../ReportingCard'
import { RuleCard } from '../RuleCard'
import { TippingCard } from '../TippingCard'
import { ListTools } from './ListTools'
import { ReportingSheet } from './ReportingSheet'
import { RuleSheet } from './RuleSheet'
import { TippingSheet } from './TippingSheet'
import type { PolicyWork } from './usePolicyWork'
import './index.scss'

const said = staffWords.policy
const MOST_NAME = 20

/**
 * The table of rules: each can be opened, moved, copied and removed, and the whole is examined after every change. What comes
 * and goes stands in elements of its own: Taro hands all children of an element to the view when one of them leaves it.
 */
export function RulesStep({ work }: { work: PolicyWork }) {
  const { draft, change, findings, isNameMissing } = work
  const { name, rules } = draft
  const [open, setOpen] = useState<Rule | null>(null)
  const [openPart, setOpenPart] = useState<'reporting' | 'tipping'>()
  const closePart = () => setOpenPart(undefined)
  const set = (changed: Rule[]) => change({ rules: changed })
  const openRule = (id: string) => setOpen(rules.find((rule) => rule.id === id) ?? null)
  return (
    <>
      <View className="card">
        <Field label={said.name} fault={isNameMissing ? 'required' : undefined}>
          <TextInput
            label={said.name}
            value={name}
            onChange={(typed) => change({ name: typed })}
            placeholder={said.namePlaceholder}
            most={MOST_NAME}
            wrong={isNameMissing}
          />
        </Field>
        <View className="soft">{said.order}</View>
      </View>
      <View>
        <ExaminationView findings={findings} onRule={openRule} />
      </View>
      <View>
        {rules.map((rule, index) => (
          <View key={rule.id}>
            <RuleCard rule={rule} index={index} onOpen={() => setOpen(rule)} />
            <ListTools
              line={rule}
              lines={rules}
              onChange={set}
              onCopy={rules.length < policyLimits.rules ? () => set(copied(rules, rule.id)) : undefined}
            />
          </View>
        ))}
      </View>
      {rules.length < policyLimits.rules && (
        <View className="policy-edit__add">
          <BigButton onClick={() => setOpen(blankRule(freeId(rules), ''))}>{said.add}</BigButton>
        </View>
      )}
      <ReportingCard reporting={draft.reporting} onOpen={() => setOpenPart('reporting')} />
      <TippingCard tipping={draft.tipping} onOpen={() => setOpenPart('tipping')} />
      <View>
        {openPart === 'reporting' && (
          <ReportingSheet
            reporting={draft.reporting}
            onSave={(reporting) => {
              change({ reporting })
              closePart()
            }}
            onClose={closePart}
          />
        )}
        {openPart === 'tipping' && (
          <TippingSheet
            tipping={draft.tipping}
            onSave={(tipping) => {
              change({ tipping })
              closePart()
            }}
            onClose={closePart}
          />
        )}
        {open && (
          <RuleSheet
            key={open.id}
            rule={open}
            onSave={(rule) => {
              set(withRule(rules, rule))
              setOpen(null)
            }}
            onClose={() => setOpen(null)}
          />
        )}
      </View>
    </>
  )
}
