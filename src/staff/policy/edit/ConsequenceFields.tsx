import { View } from '@tarojs/components'
import type { Faults } from '@contract/faults'
import { countedFroms, policyLimits, type Rule, type RuleStage } from '@contract/policyRules'
import { measures, type Measure } from '@contract/returneeAnswers'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'
import { DayStepper } from '@/components/staff/DayStepper'
import { clampDays, usualDays } from '@/components/staff/measures'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { testDaysIn } from '../ruleEdits'

const said = staffWords.policy

/** The days of tests as they are typed, by stage. */
export type Typed = string[]

interface ConsequenceFieldsProps {
  then: Rule['then']
  typed: Typed
  faults: Faults
  onChange: (then: Rule['then']) => void
  onType: (typed: Typed) => void
}

/** What follows: one measure, or one and another after it. */
export function ConsequenceFields({ then, typed, faults, onChange, onType }: ConsequenceFieldsProps) {
  const [first, second] = then.stages
  const setStage = (index: number, stage: RuleStage | null, tests: string) => {
    const others = <T,>(all: readonly T[]) => all.slice(0, index)
    onChange({
      ...then,
      stages: [...others(then.stages), ...(stage ? [stage] : []), ...then.stages.slice(index + 1)],
    })
    onType([...others(typed), ...(stage ? [tests] : []), ...typed.slice(index + 1)])
  }
  const stageFields = (index: number, stage: RuleStage | undefined) => (
    <StageFields
      index={index}
      stage={stage}
      typed={typed[index] ?? ''}
      faults={faults}
      onChange={(changed, tests) => setStage(index, changed, tests)}
    />
  )
  return (
    <>
      {stageFields(0, first)}
      {first && first.measure !== 'noticeOnly' && stageFields(1, second)}
      <Field label={said.rule.countedFrom}>
        <Choices
          label={said.rule.countedFrom}
          choices={countedFroms.map((value) => ({ value, text: said.countedFrom[value] }))}
          chosen={[then.countedFrom]}
          onToggle={(countedFrom) => onChange({ ...then, countedFrom })}
        />
      </Field>
    </>
  )
}

interface StageFieldsProps {
  index: number
  stage: RuleStage | undefined
  typed: string
  faults: Faults
  /** null: there is no such stage. */
  onChange: (stage: RuleStage | null, typed: string) => void
}

function StageFields({ index, stage, typed, faults, onChange }: StageFieldsProps) {
  const label = index === 0 ? said.rule.first : said.rule.second
  // A notice follows nothing; that nothing follows is said by its own answer.
  const offered = measures.filter((measure) => index === 0 || measure !== 'noticeOnly')
  const choose = (measure: Measure | 'none') =>
    measure === 'none'
      ? onChange(null, '')
      : onChange({ measure, days: usualDays[measure], tests: stage?.tests ?? [] }, typed)
  return (
    <>
      <Field label={label} fault={faults['then.stages'] ?? faults[`then.stages.${index}.days`]}>
        <Choices<Measure | 'none'>
          label={label}
          choices={[
            ...offered.map((value) => ({ value, text: words.registration.measure[value] })),
            ...(index === 0 ? [] : [{ value: 'none' as const, text: said.rule.noSecond }]),
          ]}
          chosen={[stage?.measure ?? 'none']}
          onToggle={choose}
        />
        {stage && stage.measure !== 'noticeOnly' && (
          <DayStepper
            days={stage.days}
            onFewer={() => onChange({ ...stage, days: clampDays(stage.measure, stage.days - 1) }, typed)}
            onMore={() => onChange({ ...stage, days: clampDays(stage.measure, stage.days + 1) }, typed)}
          />
        )}
      </Field>
      {stage && (
        <Tests stage={stage} typed={typed} fault={faults[`then.stages.${index}.tests`]} onChange={onChange} />
      )}
    </>
  )
}

const MOST_TYPED = 60

function Tests({
  stage,
  typed,
  fault,
  onChange,
}: {
  stage: RuleStage
  typed: string
  fault: Faults[string] | undefined
  onChange: (stage: RuleStage, typed: string) => void
}) {
  const type = (text: string) => {
    const days = testDaysIn(text, policyLimits.days)
    // What is not understood stands among the tests as a day that no schema takes: it cannot be saved unseen.
    onChange({ ...stage, tests: days ?? [0] }, text)
  }
  const isWrong = fault !== undefined || stage.tests[0] === 0
  return (
    <Field label={said.rule.tests} hint={said.rule.testsHint} optional>
      <TextInput label={said.rule.tests} value={typed} onChange={type} most={MOST_TYPED} wrong={isWrong} />
      {isWrong && <View className="field__fault">{said.rule.testsWrong}</View>}
    </Field>
  )
}
