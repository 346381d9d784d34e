import type { Steady } from '@contract/households'
import { STEADY_DAYS } from '@contract/selfReport'
import type { MemberDocument, StoredDay } from './householdDocument'

/**
 * Whose temperature has been exactly the same on the latest {@link STEADY_DAYS} days or more on which it was measured, of
 * those who live there. Of a day its last value counts; days without one neither add nor break.
 */
export const steadyOf = (
  days: readonly StoredDay[],
  members: readonly Pick<MemberDocument, 'id' | 'left'>[],
): Steady[] =>
  members.flatMap(({ id, left }) => {
    const values = left ? [] : days.flatMap((day) => measuredOn(day, id) ?? [])
    const [latest] = values
    if (latest === undefined) return []
    const changed = values.findIndex((value) => value !== latest)
    const run = changed < 0 ? values.length : changed
    return run >= STEADY_DAYS ? [{ person: id, temperature: latest, days: run }] : []
  })

/** In °C; undefined where nothing was measured. */
const measuredOn = ({ reports }: StoredDay, id: string): number | undefined =>
  reports
    .flatMap(({ people }) => people.flatMap((one) => (one.person === id ? (one.temperature ?? []) : [])))
    .at(-1)
