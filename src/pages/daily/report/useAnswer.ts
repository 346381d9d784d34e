import { useController, useFormContext, type FieldPath, type FieldPathValue } from 'react-hook-form'
import type { FieldFault } from '@contract/faults'
import type { CheckedDailyForm, DailyForm } from './answers'

export const useDailyForm = () => useFormContext<DailyForm, unknown, CheckedDailyForm>()

/** One question's answer. A fault that is shown goes away as soon as the answer is good. */
export function useAnswer<Name extends FieldPath<DailyForm>>(name: Name) {
  const { control, trigger } = useDailyForm()
  const { field, fieldState } = useController({ control, name })
  const fault = fieldState.error?.message as FieldFault | undefined
  return {
    value: field.value,
    change: (value: FieldPathValue<DailyForm, Name>) => {
      field.onChange(value)
      if (fieldState.invalid) void trigger(name)
    },
    /** To be called when the person leaves the field: only then it is told that a number is half typed. */
    leave: () => {
      field.onBlur()
      void trigger(name)
    },
    fault,
  }
}

/** What is wrong at a path, which need not be there: asking with {@link useAnswer} would put it there. */
export function useFault(name: FieldPath<DailyForm>): FieldFault | undefined {
  const { getFieldState, formState } = useDailyForm()
  return getFieldState(name, formState).error?.message as FieldFault | undefined
}
