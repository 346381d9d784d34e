import * as v from 'valibot'
import { fault } from './faults'
import * as field from './fields'

/** A whole number that somebody is known by, as it is stored. */
export interface SoughtNumber {
  kind: 'phone' | 'document'
  value: string
}

const LONGEST_TYPED = 40

const RESIDENT_ID = /^\d{17}[\dX]$/

/** null for what is neither; part of a number is neither. */
const soughtIn = (typed: string): SoughtNumber | null => {
  const phone = v.safeParse(field.phone, typed)
  if (phone.success) return { kind: 'phone', value: phone.output }
  const document = v.safeParse(field.identityDocument, { kind: 'passport', number: typed })
  if (!document.success || document.output.number === '') return null
  const { number } = document.output
  const isMistyped = RESIDENT_ID.test(number) && !v.is(field.identityDocument, { kind: 'residentId', number })
  return isMistyped ? null : { kind: 'document', value: number }
}

/** A whole telephone or document number, in whatever way people type it. */
export const soughtNumber = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(fault('required')),
  v.maxLength(LONGEST_TYPED, fault('tooLong')),
  v.rawTransform<string, SoughtNumber>(({ dataset, addIssue, NEVER }) => {
    const sought = soughtIn(dataset.value)
    if (sought) return sought
    addIssue({ message: fault('soughtNumber') })
    return NEVER
  }),
)
