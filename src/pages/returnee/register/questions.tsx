import type { ReactNode } from 'react'
import type { Day } from '@contract/calendar'
import { Choices, type Choice } from '@/components/Choices'
import { DayField as DayPicker } from '@/components/DayField'
import { Field } from '@/components/Field'
import { TextArea } from '@/components/TextArea'
import { TextInput, type TextInputProps } from '@/components/TextInput'
import type { FieldName } from './form'
import { useAnswer } from './useAnswer'

interface Question {
  name: FieldName
  label: string
  /** Read out, where the label alone occurs more than once on the screen. */
  spoken?: string
  hint?: string
  optional?: boolean
}

interface TextQuestion extends Question, Pick<TextInputProps, 'keyboard' | 'placeholder' | 'most'> {
  /** Another way to answer. */
  below?: (value: string, change: (value: string) => void) => ReactNode
}

/** A question answered with a line of text. */
export function TextQuestion(props: TextQuestion) {
  const { name, label, spoken = label, hint, optional, below, ...input } = props
  const { value, change, leave, fault, id } = useAnswer(name)
  return (
    <Field id={id} label={label} hint={hint} optional={optional} fault={fault}>
      <TextInput
        {...input}
        label={spoken}
        value={textOf(value)}
        onChange={change}
        onBlur={leave}
        wrong={fault !== undefined}
      />
      {below?.(textOf(value), change)}
    </Field>
  )
}

/** A question answered with several lines of text. */
export function NoteQuestion({ name, label, hint, optional, most, placeholder }: TextQuestion) {
  const { value, change, fault, id } = useAnswer(name)
  return (
    <Field id={id} label={label} hint={hint} optional={optional} fault={fault}>
      <TextArea label={label} value={textOf(value)} onChange={change} most={most} placeholder={placeholder} />
    </Field>
  )
}

interface ChoiceQuestionProps<Value extends string> extends Question {
  choices: readonly Choice<Value>[]
  shape?: 'rows' | 'chips'
  onChosen?: (value: Value) => void
}

/** A question with one answer out of a few. */
export function ChoiceQuestion<Value extends string>(props: ChoiceQuestionProps<Value>) {
  const { name, label, spoken = label, hint, choices, shape, onChosen } = props
  const { value, change, fault, id } = useAnswer(name)
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <Choices
        label={spoken}
        choices={choices}
        chosen={choices.map((choice) => choice.value).filter((one) => one === value)}
        onToggle={(chosen) => {
          change(chosen)
          onChosen?.(chosen)
        }}
        shape={shape}
      />
    </Field>
  )
}

interface DayQuestionProps extends Question {
  today: Day
  from: Day
  until: Day
}

/** A question answered with a day. */
export function DayQuestion({ name, label, spoken = label, hint, ...days }: DayQuestionProps) {
  const { value, change, fault, id } = useAnswer(name)
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <DayPicker
        {...days}
        label={spoken}
        value={textOf(value)}
        onChange={change}
        wrong={fault !== undefined}
      />
    </Field>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
