import { HomePlaceField } from '@/pages/places/HomePlaceField'
import { useAnswer } from './useAnswer'

/** Where they will live. */
export function PlaceQuestion() {
  const { value, change, fault, id } = useAnswer('answers.household.place')
  return <HomePlaceField id={id} place={value} onChange={change} fault={fault} />
}
