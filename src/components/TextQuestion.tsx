import type { ReactNode } from 'react'
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import type { FieldFault } from '@contract/faults'
import { Field, type FieldProps } from './Field'
import { TextInput, type TextInputProps } from './TextInput'

type InputProps = Pick<TextInputProps, 'label' | 'most' | 'keyboard' | 'placeholder'>

export interface TextQuestionProps<Typed extends FieldValues>
  extends InputProps, Pick<FieldProps, 'hint' | 'optional'> {
  /** Read out, where the label alone occurs more than once on the screen. */
  spoken?: string
  control: Control<Typed>
  name: FieldPathByValue<Typed, string | undefined>
  /** Another way to answer. */
  below?: (value: string, change: (value: string) => void) => ReactNode
}

/** A line of text in a form, with what is wrong with it below. */
export function TextQuestion<Typed extends FieldValues>(props: TextQuestionProps<Typed>) {
  const { control, name, label, spoken = label, hint, optional, below, ...input } = props
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => {
        const fault = fieldState.error?.message as FieldFault | undefined
        return (
          <Field label={label} hint={hint} fault={fault} optional={optional}>
            <TextInput
              {...input}
              label={spoken}
              value={field.value ?? ''}
              onChange={field.onChange}
              wrong={fault !== undefined}
            />
            {below?.(field.value ?? '', field.onChange)}
          </Field>
        )
      }}
    />
  )
}
