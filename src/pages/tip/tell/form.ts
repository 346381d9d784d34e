import * as v from 'valibot'
import { schemaFor, type InputOf } from '@contract/action'
import type { Day } from '@contract/calendar'
import { faultsOf, type Faults } from '@contract/faults'
import { letterboxActions } from '@contract/letterbox'
import type { Instant } from '@contract/cases'
import type { Seen } from './seen'

export const DRAFT = 'tip/new'

/** What the screen asks. */
export interface TipForm {
  place: string
  where: string
  kind: string
  seen: Seen
  words: string
  plate: string
  pictures: string[]
  wantsReward: boolean
}

/** A form as it opens; `letter` is the secret under which it will be sent, the same for every attempt. */
export interface Beginning {
  letter: string
  values: TipForm
  /** When the draft that it goes on with was saved. */
  savedAt: Instant | null
}

export const freshForm = (place: string): TipForm => ({
  place,
  where: '',
  kind: '',
  seen: { when: null, on: '', part: null },
  words: '',
  plate: '',
  pictures: [],
  wantsReward: true,
})

type TellInput = InputOf<typeof letterboxActions.tell>

export const inputOf = (letter: string, { seen, ...values }: TipForm): TellInput => ({
  letter,
  ...values,
  seen: { on: seen.on, part: seen.part },
})

/** What is wrong, by the path of the field, as the function would find it. */
export function faultsIn(input: TellInput, today: Day): Faults {
  const checked = v.safeParse(schemaFor(letterboxActions.tell.input, today), input)
  return checked.success ? {} : faultsOf(checked.issues)
}
