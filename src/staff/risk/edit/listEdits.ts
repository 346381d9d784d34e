import type { Day } from '@contract/calendar'
import { areaKey, type RiskArea, type RiskHit } from '@contract/riskAreas'
import type { RiskLevel } from '@contract/riskLevels'
import type { NamedEdit } from './useListDraft'

/** An area as the list has it, about to be changed. */
export const editOf = ({ region, name, level, from, until }: RiskArea, names: string): NamedEdit => ({
  region,
  names,
  name,
  level,
  from,
  until,
})

/** An area that the list does not have yet: at high risk from today on, until something else is said. */
export const newEditIn = ({ region, names }: Pick<RiskHit, 'region' | 'names'>, today: Day): NamedEdit => ({
  region,
  names,
  name: '',
  level: 'high',
  from: today,
  until: null,
})

/** A level that an area has not had begins today, and goes on; chosen once more, it has the days that it had. */
export const withLevel = (
  edit: NamedEdit,
  level: RiskLevel | null,
  before: Pick<NamedEdit, 'level' | 'from' | 'until'>,
  today: Day,
): NamedEdit =>
  level === before.level || level === null
    ? { ...edit, level, from: before.from, until: before.until }
    : { ...edit, level, from: today, until: null }

/** One edit of each area: the last one counts. */
export const putEdit = (edits: readonly NamedEdit[], edit: NamedEdit): NamedEdit[] => [
  ...edits.filter((other) => areaKey(other) !== areaKey(edit)),
  edit,
]
