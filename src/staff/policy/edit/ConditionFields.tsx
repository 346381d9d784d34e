import { policyLimits, type RuleConditions } from '@contract/policyRules'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { DayStepper } from '@/components/staff/DayStepper'
import { staffWords } from '@/words/staff'

const said = staffWords.policy

/** Which answers a condition can have, in the order in which they are offered. */
const offered = {
  level: ['any', 'low', 'medium', 'high'],
  symptoms: ['any', 'some', 'none'],
  test: ['any', 'positive', 'negative', 'notNegative'],
  vaccination: ['any', 'full', 'notFull'],
  through: ['any', 'only', 'not'],
} as const

const usualDays = 7

interface ConditionFieldsProps {
  when: RuleConditions
  onChange: (when: RuleConditions) => void
}

/** For whom a rule is. A level needs a nearness: whoever chooses one is given the widest. */
export function ConditionFields({ when, onChange }: ConditionFieldsProps) {
  const set = (changes: Partial<RuleConditions>) => onChange({ ...when, ...changes })
  const chooseLevel = (level: RuleConditions['level']) => {
    const isPlaced = when.near !== 'any' && when.near !== 'abroad'
    set({ level, near: level === 'any' ? 'any' : isPlaced ? when.near : 'area' })
  }
  const nears = when.level === 'any' ? (['any', 'abroad'] as const) : (['area', 'county', 'city'] as const)
  const rest = (['through', 'symptoms', 'test', 'vaccination'] as const).map((condition) => (
    <Field key={condition} label={said.rule[condition]}>
      <Choices<string>
        label={said.rule[condition]}
        choices={offered[condition].map((value) => ({ value, text: textOf(condition, value) }))}
        chosen={[when[condition]]}
        onToggle={(value) => set({ [condition]: value })}
      />
    </Field>
  ))
  return (
    <>
      <Field label={said.rule.level}>
        <Choices
          label={said.rule.level}
          choices={offered.level.map((value) => ({ value, text: said.level[value] }))}
          chosen={[when.level]}
          onToggle={chooseLevel}
        />
      </Field>
      <Field label={said.rule.near}>
        <Choices<RuleConditions['near']>
          label={said.rule.near}
          choices={nears.map((value) => ({ value, text: said.near[value] }))}
          chosen={[when.near]}
          onToggle={(near) => set({ near })}
        />
      </Field>
      <Within days={when.withinDays} onChange={(withinDays) => set({ withinDays })} />
      {rest}
    </>
  )
}

const textOf = (condition: keyof typeof offered, value: string): string =>
  (said[condition] as Record<string, string>)[value] ?? value

function Within({ days, onChange }: { days: number | null; onChange: (days: number | null) => void }) {
  const clamp = (wanted: number) => Math.min(policyLimits.withinDays, Math.max(0, wanted))
  return (
    <Field label={said.rule.within}>
      <Choices
        label={said.rule.within}
        choices={[
          { value: 'any', text: said.rule.anyTime },
          { value: 'some', text: said.rule.someDays },
        ]}
        chosen={[days === null ? 'any' : 'some']}
        onToggle={(value) => onChange(value === 'any' ? null : (days ?? usualDays))}
      />
      {days !== null && (
        <DayStepper
          days={days}
          onFewer={() => onChange(clamp(days - 1))}
          onMore={() => onChange(clamp(days + 1))}
        />
      )}
    </Field>
  )
}
