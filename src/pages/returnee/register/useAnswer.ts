import { useController, useFormContext, type FieldPathValue } from 'react-hook-form'
import type { FieldFault } from '@contract/faults'
import { anchorOf, faultsIn, type CheckedForm, type FieldName, type RegistrationForm } from './form'

interface AnswerAt<Name extends FieldName> {
  value: FieldPathValue<RegistrationForm, Name>
  change: (value: FieldPathValue<RegistrationForm, Name>) => void
  /** To be called when the person leaves the field: only then it is told that a number is half typed. */
  leave: () => void
  fault: FieldFault | undefined
  id: string
}

export const useRegistrationForm = () => useFormContext<RegistrationForm, unknown, CheckedForm>()

/** One question's answer. A fault that is shown goes away as soon as the answer is good, here or in another field. */
export function useAnswer<Name extends FieldName>(name: Name): AnswerAt<Name> {
  const { control, trigger, formState } = useRegistrationForm()
  const { field } = useController({ control, name })
  const faults = faultsIn(formState.errors)
  return {
    value: field.value,
    change: (value) => {
      field.onChange(value)
      const wrong = Object.keys(faults) as FieldName[]
      if (wrong.length > 0) void trigger(wrong)
    },
    leave: () => {
      field.onBlur()
      if (field.value) void trigger(name)
    },
    fault: faults[name],
    id: anchorOf(name),
  }
}
