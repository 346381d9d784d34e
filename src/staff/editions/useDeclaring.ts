import { useState } from 'react'
import * as v from 'valibot'
import { dayOf, type Day, type Minute } from '@contract/calendar'
import { declared, type Declared } from '@contract/editions'
import { faultsOf, type Faults } from '@contract/faults'
import type { CallError } from '@/services/api'

/** What is said of an edition besides its content, as far as it is typed. */
export interface Declaring {
  text: string
  link: string
  publishedOn: Day
  /** '' for at once. */
  effectiveFrom: Minute
  words: string
}

export const nothingDeclared = (now: Date): Declaring => ({
  text: '',
  link: '',
  publishedOn: dayOf(now),
  effectiveFrom: '',
  words: '',
})

const schema = v.strictObject(declared)

const atMinute = (minute: Minute): Date => new Date(`${minute.replace(' ', 'T')}:00+08:00`)

/**
 * What is typed as the functions take it, or what is wrong with it. `now` stands for "at once" and is the same for every
 * attempt, or a repeated sending would say something else.
 */
export function declaredOf(
  { text, link, publishedOn, effectiveFrom, words }: Declaring,
  on: { submission: string; place: string },
  now: Date,
): { declared: Declared } | { faults: Faults } {
  const parsed = v.safeParse(schema, {
    ...on,
    source: { text, link, publishedOn },
    effectiveFrom: (effectiveFrom === '' ? now : atMinute(effectiveFrom)).toISOString(),
    words,
  })
  return parsed.success ? { declared: parsed.output } : { faults: faultsOf(parsed.issues) }
}

/** The fields that DeclareFields shows with their faults. */
export const declaredFields = [
  'source.text',
  'source.link',
  'source.publishedOn',
  'effectiveFrom',
  'words',
] as const

/** What is wrong with what was typed: as found here or, after sending, by the function. */
export function useDeclaredFaults(error: CallError | null) {
  const [found, setFound] = useState<Faults>({})
  return { faults: { ...error?.fields, ...found }, setFound }
}
