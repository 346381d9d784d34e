import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import type { FieldFault } from '@contract/faults'
import { Choices, type ChoicesProps } from './Choices'
import { Field, type FieldProps } from './Field'

export interface ChoiceQuestionProps<Typed extends FieldValues, Value extends string>
  extends Pick<FieldProps, 'label' | 'hint'>, Pick<ChoicesProps<Value>, 'choices' | 'shape'> {
  control: Control<Typed>
  name: FieldPathByValue<Typed, Value | undefined>
  /** Read out, where the label alone occurs more than once on the screen. */
  spoken?: string
}

/** One answer out of a few in a form, with what is wrong with it below. */
export function ChoiceQuestion<Typed extends FieldValues, Value extends string>(
  props: ChoiceQuestionProps<Typed, Value>,
) {
  const { control, name, label, spoken = label, hint, choices, shape } = props
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Field label={label} hint={hint} fault={fieldState.error?.message as FieldFault | undefined}>
          <Choices
            label={spoken}
            choices={choices}
            chosen={choices.map(({ value }) => value).filter((value) => value === field.value)}
            onToggle={field.onChange}
            shape={shape}
          />
        </Field>
      )}
    />
  )
}
