import type { Day } from '@contract/calendar'
import { AREAS_SHOWN, type ListChanges, type NamedArea } from '@contract/riskAreas'
import { riskLevels, type RiskArea } from '@contract/riskLevels'
import { isSameLine, linesByArea } from '@kernel/assessment/listChanges'

/** Whether nobody who goes there tomorrow is at risk. */
export const isOverBy = (day: Day, { until }: RiskArea): boolean => until !== null && until <= day

type Lines = readonly RiskArea[]

/** What becomes of one area: of what it has been at one time after another, its last line. */
type Change =
  | { kind: 'added' | 'removed'; area: RiskArea }
  | { kind: 'raised' | 'lowered' | 'dated'; before: RiskArea; after: RiskArea }
  | { kind: 'same' | 'past' }

const isUnchanged = (before: Lines, after: Lines): boolean =>
  before.length === after.length && before.every((line) => after.some((other) => isSameLine(line, other)))

function changeOf(before: Lines, after: Lines, today: Day): Change {
  const [was, is] = [before.at(-1), after.at(-1)]
  const wasAtRisk = was && !isOverBy(today, was)
  const isAtRisk = is && !isOverBy(today, is)
  if (isUnchanged(before, after)) return { kind: isAtRisk ? 'same' : 'past' }
  if (was && wasAtRisk && !isAtRisk) return { kind: 'removed', area: is ?? was }
  if (!is) return { kind: 'past' }
  if (!was || (isAtRisk && !wasAtRisk)) return { kind: 'added', area: is }
  const raised = riskLevels.indexOf(is.level) - riskLevels.indexOf(was.level)
  return { kind: raised === 0 ? 'dated' : raised > 0 ? 'raised' : 'lowered', before: was, after: is }
}

const shown = <One, Line>(all: readonly One[], line: (one: One) => Line) => ({
  total: all.length,
  shown: all.slice(0, AREAS_SHOWN).map(line),
})

/** What one list says that the other did not, counted by areas. */
export function changesOf(
  before: Lines,
  after: Lines,
  today: Day,
  nameOf: (region: string) => string,
): ListChanges {
  const [old, next] = [linesByArea(before), linesByArea(after)]
  const changes = [...new Set([...next.keys(), ...old.keys()])].map((key) =>
    changeOf(old.get(key) ?? [], next.get(key) ?? [], today),
  )
  const named = (area: RiskArea): NamedArea => ({ ...area, names: nameOf(area.region) })
  const alone = (kind: 'added' | 'removed') =>
    shown(
      changes.flatMap((change) => ('area' in change && change.kind === kind ? [change.area] : [])),
      named,
    )
  const pairs = (kind: 'raised' | 'lowered' | 'dated') =>
    shown(
      changes.flatMap((change) => ('before' in change && change.kind === kind ? [change] : [])),
      (change) => ({ before: named(change.before), after: named(change.after) }),
    )
  return {
    added: alone('added'),
    removed: alone('removed'),
    raised: pairs('raised'),
    lowered: pairs('lowered'),
    dated: pairs('dated'),
    same: changes.filter(({ kind }) => kind === 'same').length,
  }
}
