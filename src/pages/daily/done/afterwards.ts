import type { Day } from '@contract/calendar'
import {
  concernsOf,
  isEmergency,
  readTemperature,
  type Concern,
  type HouseholdReportDraft,
  type RegisteredFromReport,
  type Reported,
} from '@contract/selfReport'
import type { Reporting } from '../reporting'

/** Somebody who cannot wait. `alert` is the case that staff see; null before they can have seen it. */
export interface UnwellPerson {
  name: string
  concerns: Concern[]
  isEmergency: boolean
  alert: string | null
}

/** What a family does after its report. */
export interface Afterwards extends Pick<Reported, 'contact' | 'telephones'> {
  /** Whether nobody but this phone knows it yet. */
  isWaiting: boolean
  unwell: UnwellPerson[]
  /** Names of those who were not reported. */
  missing: string[]
  registrations: RegisteredFromReport[]
}

type Family = Pick<Reporting, 'people' | 'rules' | 'contact' | 'days'>

const namedIn =
  ({ people }: Pick<Family, 'people'>) =>
  (person: string): string[] =>
    people.flatMap(({ id, name }) => (id === person ? [name] : []))

/** As the function answered. */
export const answered = (answer: Reported, family: Family): Afterwards => {
  const named = namedIn(family)
  return {
    isWaiting: false,
    unwell: answer.unwell.flatMap(({ person, ...unwell }) =>
      named(person).map((name) => ({ name, ...unwell })),
    ),
    missing: answer.missing.flatMap(named),
    registrations: answer.registrations,
    contact: answer.contact,
    telephones: answer.telephones,
  }
}

/** By the same rules, while the report lies on this phone: whoever has a fever cannot wait for a signal. */
export const whileWaiting = ({ people, on }: HouseholdReportDraft, family: Family): Afterwards => {
  const named = namedIn(family)
  const unwell = people.flatMap((draft): UnwellPerson[] => {
    const said = { ...draft, temperature: readTemperature(draft.temperature), test: draft.test ?? null }
    const concerns = concernsOf(said, family.rules)
    if (concerns.length === 0) return []
    return named(draft.person).map((name) => ({
      name,
      concerns,
      isEmergency: isEmergency(said),
      alert: null,
    }))
  })
  return {
    isWaiting: true,
    unwell,
    missing: family.people
      .filter(({ id }) => !people.some(({ person }) => person === id) && !wasReported(family, id, on))
      .map(({ name }) => name),
    registrations: [],
    contact: family.contact,
    telephones: family.rules.telephones,
  }
}

const wasReported = ({ days }: Family, id: string, on: Day): boolean =>
  days.some((day) => day.on === on && day.people.some(({ person }) => person === id))

/** What these reasons ask of them, whoever they are. */
export type Advice = 'unwell' | 'positive' | 'contactOnly'

export const adviceFor = (unwell: readonly UnwellPerson[]): Advice => {
  const all = unwell.flatMap(({ concerns }) => concerns)
  if (all.includes('fever') || all.includes('symptoms')) return 'unwell'
  return all.includes('positiveTest') ? 'positive' : 'contactOnly'
}
