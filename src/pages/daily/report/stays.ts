import { addDays, type Day } from '@contract/calendar'
import { reportLimits, type PersonReportDraft } from '@contract/selfReport'

export type Stay = PersonReportDraft['been'][number]

const isSame = (one: Stay, other: Stay): boolean =>
  one.region === other.region &&
  one.detail === other.detail &&
  one.first === other.first &&
  one.last === other.last

const has = ({ been }: PersonReportDraft, stay: Stay): boolean => been.some((one) => isSame(one, stay))

/** Who was there as well: whose stays have the same place, days and words. */
export const companionsOf = (people: readonly PersonReportDraft[], stay: Stay): string[] =>
  people.filter((person) => has(person, stay)).map(({ person }) => person)

/** Whether one more place can be said of them. */
export const hasRoom = ({ been }: Pick<PersonReportDraft, 'been'>): boolean => been.length < reportLimits.been

/** With a stay changed of all who were there together. */
export const changeStay = (people: readonly PersonReportDraft[], from: Stay, to: Stay): PersonReportDraft[] =>
  people.map((person) => ({
    ...person,
    been: person.been.map((stay) => (isSame(stay, from) ? to : stay)),
  }))

/** With somebody more, or less, who was there. */
export const toggleCompanion = (
  people: readonly PersonReportDraft[],
  stay: Stay,
  companion: string,
): PersonReportDraft[] =>
  people.map((person) => {
    if (person.person !== companion) return person
    if (has(person, stay)) return { ...person, been: person.been.filter((one) => !isSame(one, stay)) }
    return hasRoom(person) ? { ...person, been: [...person.been, stay] } : person
  })

/** The days of a stay, as they are chosen. */
export type StayDays = 'today' | 'yesterday' | 'other'

export const daysOf = ({ first, last }: Stay, today: Day): StayDays => {
  if (first !== last) return 'other'
  if (first === today) return 'today'
  return first === addDays(today, -1) ? 'yesterday' : 'other'
}

/** `other` begins with the day before yesterday, from where it is changed. */
export const onDays = (stay: Stay, days: StayDays, today: Day): Stay => {
  const day = addDays(today, { today: 0, yesterday: -1, other: -2 }[days])
  return { ...stay, first: day, last: day }
}
