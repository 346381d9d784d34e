import type { Day } from '@contract/calendar'
import type { AreaChange, ListChanges, NamedArea, RiskArea } from '@contract/riskAreas'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { PlanLine } from '../placeImport/planWords'

const said = staffWords.risk

/** 四川省 成都市 锦江区 示例小区; the county alone where all of it is meant. */
export const areaPlace = ({ names, name }: Pick<NamedArea, 'names' | 'name'>): string =>
  `${names} ${name || said.county}`

/** 高风险，5月1日起 */
export const areaRisk = ({ level, from, until }: Omit<RiskArea, 'region' | 'name'>, today: Day): string =>
  said.area(
    said.level[level],
    said.days(words.dates.date(from, today), until && words.dates.date(until, today)),
  )

export interface ChangeSection {
  key: string
  title: string
  /** Also those that were not sent to the phone. */
  total: number
  lines: PlanLine[]
}

const kinds = ['raised', 'added', 'lowered', 'removed', 'dated'] as const

const lineOf = (change: NamedArea | AreaChange, today: Day): Omit<PlanLine, 'line'> =>
  'after' in change
    ? {
        what: areaPlace(change.after),
        how: said.change(areaRisk(change.before, today), areaRisk(change.after, today)),
      }
    : { what: areaPlace(change), how: areaRisk(change, today) }

/** What a list changes, what asks more of people first; nothing is said of what does not happen. */
export const changeSections = (changes: ListChanges, today: Day): ChangeSection[] =>
  kinds
    .map((kind) => ({
      key: kind,
      title: said.changes[kind](changes[kind].total),
      total: changes[kind].total,
      lines: changes[kind].shown.map((change, index) => ({ line: index + 1, ...lineOf(change, today) })),
    }))
    .filter(({ total }) => total > 0)
