import { tipLimits } from '@contract/letterbox'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'
import { PlaceField } from '@/pages/places/PlaceField'
import { tipWords } from '@/words/tip'
import type { Telling } from './useTelling'

const said = tipWords.tell.where

/** Where: a place of the tree, and in words what the tree does not know. */
export function WhereQuestions({ telling: { values, change, faultOf } }: { telling: Telling }) {
  return (
    <>
      <PlaceField
        label={said.label}
        hint={said.hint}
        notFound={said.notFound}
        widest="community"
        place={values.place}
        onChange={(place) => change({ place })}
        fault={faultOf('place')}
      />
      <Field label={said.detail} fault={faultOf('where')} optional>
        <TextInput
          label={said.detail}
          value={values.where}
          onChange={(where) => change({ where })}
          placeholder={said.detailPlaceholder}
          most={tipLimits.where}
          wrong={faultOf('where') !== undefined}
        />
      </Field>
    </>
  )
}
