import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { policyLimits, type Rule } from '@contract/policyRules'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Tap } from '@/components/Tap'
import { TextInput } from '@/components/TextInput'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { ExaminationView } from '../ExaminationView'
import { blankRule, copied, freeId, moved, without, withRule } from '../ruleEdits'
import { ReportingCard } from '../ReportingCard'
import { RuleCard } from '../RuleCard'
import { ReportingSheet } from './ReportingSheet'
import { RuleSheet } from './RuleSheet'
import type { PolicyWork } from './usePolicyWork'
import './index.scss'

const said = staffWords.policy
const MOST_NAME = 20

/** The table of rules: each can be opened, moved, copied and removed, and the whole is examined after every change. */
export function RulesStep({ work }: { work: PolicyWork }) {
  const { draft, change, findings, isNameMissing } = work
  const { name, rules } = draft
  const [open, setOpen] = useState<Rule | null>(null)
  const [isReportingOpen, setReportingOpen] = useState(false)
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
      <ExaminationView findings={findings} onRule={openRule} />
      {rules.map((rule, index) => (
        <View key={rule.id}>
          <RuleCard rule={rule} index={index} onOpen={() => setOpen(rule)} />
          <RuleTools rule={rule} rules={rules} index={index} onChange={set} />
        </View>
      ))}
      {rules.length < policyLimits.rules && (
        <BigButton onClick={() => setOpen(blankRule(freeId(rules), ''))}>{said.add}</BigButton>
      )}
      <ReportingCard reporting={draft.reporting} onOpen={() => setReportingOpen(true)} />
      {isReportingOpen && (
        <ReportingSheet
          reporting={draft.reporting}
          onSave={(reporting) => {
            change({ reporting })
            setReportingOpen(false)
          }}
          onClose={() => setReportingOpen(false)}
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
    </>
  )
}

interface RuleToolsProps {
  rule: Rule
  rules: readonly Rule[]
  index: number
  onChange: (rules: Rule[]) => void
}

function RuleTools({ rule: { id, name }, rules, index, onChange }: RuleToolsProps) {
  const tool = (text: string, act: () => void) => (
    <Tap className="policy-edit__tool" label={`${text} ${name}`} onTap={act}>
      {text}
    </Tap>
  )
  const remove = async () => {
    const { confirm } = await Taro.showModal({
      title: said.removeTitle(name),
      confirmText: said.remove,
      cancelText: words.app.cancel,
    })
    if (confirm) onChange(without(rules, id))
  }
  return (
    <View className="policy-edit__tools">
      {index > 0 && tool(said.up, () => onChange(moved(rules, id, -1)))}
      {index < rules.length - 1 && tool(said.down, () => onChange(moved(rules, id, 1)))}
      {rules.length < policyLimits.rules && tool(said.copy, () => onChange(copied(rules, id)))}
      {rules.length > 1 && tool(said.remove, () => void remove())}
    </View>
  )
}
