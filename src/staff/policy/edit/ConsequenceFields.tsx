import { useState } from 'react'
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
import { testDaysIn, withStage } from '../ruleEdits'

const said = staffWords.policy

interface ConsequenceFieldsProps {
  then: Rule['then']
  faults: Faults
  onChange: (then: Rule['then']) => void
}

/** What follows: one measure, or one and another after it. */
export function ConsequenceFields({ then, faults, onChange }: ConsequenceFieldsProps) {
  const [first, second] = then.stages
  const fields = (index: number, stage: RuleStage | undefined) => (
    <StageFields
      index={index}
      stage={stage}
      fault={faults['then.stages'] ?? faults[`then.stages.${index}.days`]}
      onChange={(changed) => onChange({ ...then, stages: withStage(then.stages, index, changed) })}
    />
  )
  return (
    <>
      {fields(0, first)}
      {first && first.measure !== 'noticeOnly' && fields(1, second)}
      <Field label={said.rule.countedFrom}>
        <Choices
          label={said.rule.countedFrom}
          choices={countedFroms.map((value) => ({ value, text: said.countedFrom[value] }))}
          chosen={[then.countedFrom]}
          onToggle={(countedFrom) => onChange({ ...then, countedFrom })}
        />
      </Field>
      <Field label={said.rule.temperatures}>
        <Choices
          label={said.rule.temperatures}
          choices={timesADay.map((times) => ({ value: String(times), text: said.rule.times(times) }))}
          chosen={[String(then.temperatures)]}
          onToggle={(times) => onChange({ ...then, temperatures: Number(times) })}
        />
      </Field>
    </>
  )
}

const timesADay = Array.from({ length: policyLimits.temperatures + 1 }, (_, times) => times)

interface StageFieldsProps {
  index: number
  stage: RuleStage | undefined
  fault: Faults[string] | undefined
  /** null: there is no such stage. */
  onChange: (stage: RuleStage | null) => void
}

function StageFields({ index, stage, fault, onChange }: StageFieldsProps) {
  const label = index === 0 ? said.rule.first : said.rule.second
  // A notice follows nothing; that nothing follows is said by its own answer.
  const offered = measures.filter((measure) => index === 0 || measure !== 'noticeOnly')
  const choose = (measure: Measure | 'none') =>
    onChange(measure === 'none' ? null : { measure, days: usualDays[measure], tests: stage?.tests ?? [] })
  return (
    <>
      <Field label={label} fault={fault}>
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
            onFewer={() => onChange({ ...stage, days: clampDays(stage.measure, stage.days - 1) })}
            onMore={() => onChange({ ...stage, days: clampDays(stage.measure, stage.days + 1) })}
          />
        )}
      </Field>
      {stage && <Tests stage={stage} onChange={onChange} />}
    </>
  )
}

const MOST_TYPED = 60

function Tests({ stage, onChange }: { stage: RuleStage; onChange: (stage: RuleStage) => void }) {
  const [typed, setTyped] = useState(() => stage.tests.join(' '))
  const type = (text: string) => {
    setTyped(text)
    // What is not understood stands among the tests as a day that no schema takes: it cannot be saved unseen.
    onChange({ ...stage, tests: testDaysIn(text, policyLimits.days) ?? [0] })
  }
  const last = stage.measure === 'noticeOnly' ? policyLimits.days : stage.days
  const isWrong = testDaysIn(typed, last) === null
  return (
    <Field
      label={said.rule.tests}
      hint={said.rule.testsHint(last)}
      fault={isWrong ? 'outOfRange' : undefined}
      optional
    >
      <TextInput label={said.rule.tests} value={typed} onChange={type} most={MOST_TYPED} wrong={isWrong} />
    </Field>
  )
}
