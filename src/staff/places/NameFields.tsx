import * as v from 'valibot'
import type { UseFormReturn } from 'react-hook-form'
import { placesActions } from '@contract/places'
import type { Level } from '@contract/roles'
import { TextQuestion } from '@/components/TextQuestion'
import type { CallError } from '@/services/api'
import { staffWords } from '@/words/staff'

const said = staffWords.places.node

/** What is typed of a node, checked as the function will check it. */
export const nameFields = v.pick(placesActions.rename.input, ['name', 'code'])

export type NameTyped = v.InferInput<typeof nameFields>

/** Shows at their fields what the function has found wrong with them. */
export const showNameFaults = (form: UseFormReturn<NameTyped>, { fields = {} }: CallError): void => {
  if (fields.name) form.setError('name', { message: fields.name })
  if (fields.code) form.setError('code', { message: fields.code })
}

interface NameFieldsProps {
  form: UseFormReturn<NameTyped>
  level: Level
  /** What it is called now, where it has a name. */
  now?: string
}

/** The name of a node, and its number in the office's own lists. */
export function NameFields({ form: { control }, level, now }: NameFieldsProps) {
  return (
    <>
      <TextQuestion
        control={control}
        name="name"
        label={said.name}
        hint={now && said.now(now)}
        placeholder={said.namePlaceholder[level]}
        most={40}
      />
      <TextQuestion
        control={control}
        name="code"
        label={said.code}
        hint={said.codeHint}
        keyboard="capitals"
        most={30}
        optional
      />
    </>
  )
}
