import { Text, View } from '@tarojs/components'
import type { Rule } from '@contract/policyRules'
import { Tap } from '@/components/Tap'
import { staffWords } from '@/words/staff'
import { conditionText, consequenceLines } from './ruleWords'
import './RuleCard.scss'

const said = staffWords.policy

interface RuleCardProps {
  rule: Rule
  index: number
  /** Opens it to be changed; only read where there is none. */
  onOpen?: () => void
}

/** One line of the table: for whom, what follows, and what the resident is told. */
export function RuleCard({ rule, index, onOpen }: RuleCardProps) {
  const inside = (
    <View className="rule-card__text">
      <View className="rule-card__head">
        <Text className="soft">{said.number(index)}</Text>
        <Text className="rule-card__name">{rule.name}</Text>
      </View>
      <View>{conditionText(rule.when)}</View>
      <View className="rule-card__then">
        {consequenceLines(rule.then).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
      {rule.resident !== '' && <View className="soft">{said.toResident(rule.resident)}</View>}
      {rule.staff !== '' && <View className="soft">{said.toStaff(rule.staff)}</View>}
    </View>
  )
  if (!onOpen) return <View className="card rule-card">{inside}</View>
  return (
    <Tap className="card rule-card" label={said.open(index, rule.name)} onTap={onOpen}>
      {inside}
    </Tap>
  )
}

/** A policy to be read. */
export function RuleTable({ rules }: { rules: readonly Rule[] }) {
  return (
    <>
      <View className="soft rule-card__order">{said.order}</View>
      {rules.map((rule, index) => (
        <RuleCard key={rule.id} rule={rule} index={index} />
      ))}
    </>
  )
}
