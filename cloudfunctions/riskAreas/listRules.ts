import { addDays, type Day } from '@contract/calendar'
import { policyLimits } from '@contract/policyRules'
import type { AreaEntry, AreaFault } from '@contract/riskAreas'
import { areaKey, type RiskArea } from '@contract/riskLevels'
import { linesByArea } from '@kernel/assessment/listChanges'
import { areaName, type SaidArea } from './areaRules'

const overlap = (one: SaidArea, other: SaidArea): boolean =>
  one.from === null ||
  other.from === null ||
  ((one.until === null || one.until >= other.from) && (other.until === null || other.until >= one.from))

const isSame = (one: SaidArea, other: SaidArea): boolean =>
  one.level === other.level && one.from === other.from && one.until === other.until

/**
 * Each area once. It may have had one level after another, but on one day it has one: a line that says otherwise than one
 * before it is at fault.
 */
export function withoutRepetition(said: readonly SaidArea[]): { areas: SaidArea[]; faults: AreaFault[] } {
  const kept = new Map<string, SaidArea[]>()
  const faults: AreaFault[] = []
  for (const area of said) {
    const earlier = kept.get(areaKey(area)) ?? []
    if (earlier.some((one) => isSame(one, area))) continue
    const other = earlier.find((one) => overlap(one, area))
    if (!other) {
      earlier.push(area)
      kept.set(areaKey(area), earlier)
    } else
      faults.push({
        line: area.line,
        column: area.name === '' ? 'region' : 'name',
        fault: 'repeated',
        text: area.name.slice(0, 40),
        other: other.line,
        suggestions: [],
      })
  }
  return { areas: [...kept.values()].flat(), faults }
}

const isOver = ({ until }: RiskArea, today: Day): boolean => until !== null && until < today

const lastsUntil = ({ until }: RiskArea, day: Day): boolean => until === null || until >= day

/** What is said of an area from a day on; what it was before that day it has been. The same level is the same time, corrected. */
function said(held: readonly RiskArea[], area: Omit<SaidArea, 'line'>, today: Day): RiskArea[] {
  const { region, name, level, until } = area
  const last = held[held.length - 1]
  const goesOn = last?.level === level && !isOver(last, today)
  const from = area.from ?? (goesOn ? last.from : today)
  const dayBefore = addDays(from, -1)
  const isCorrection = last?.level === level && lastsUntil(last, dayBefore)
  const before = (isCorrection ? held.slice(0, -1) : held)
    .filter((line) => line.from < from)
    .map((line) => (lastsUntil(line, dayBefore) ? { ...line, until: dayBefore } : line))
  return [...before, { region, name, level, from, until }]
}

/** An area that a whole table leaves out was at risk until today; nobody's stay reaches back to what is long over. */
function leftOut(held: readonly RiskArea[], today: Day): RiskArea[] {
  const longAgo = addDays(today, -policyLimits.withinDays)
  return held
    .filter(({ from, until }) => from <= today && (until === null || until >= longAgo))
    .map((line) => (line.until === null || line.until > today ? { ...line, until: today } : line))
}

const inOrder = (areas: readonly RiskArea[]): RiskArea[] => {
  const sortKey = (area: RiskArea) => `${areaKey(area)} ${area.from}`
  return [...areas].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
}

/** The list that a table makes of the one in force: it is said of all areas (`whole`), or of some of them. */
export function listWith(
  base: readonly RiskArea[],
  table: readonly SaidArea[],
  { whole, today }: { whole: boolean; today: Day },
): RiskArea[] {
  const lines = linesByArea(base)
  const named = new Set(table.map(areaKey))
  if (whole) for (const [key, held] of lines) if (!named.has(key)) lines.set(key, leftOut(held, today))
  const byDay = [...table].sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))
  for (const area of byDay) lines.set(areaKey(area), said(lines.get(areaKey(area)) ?? [], area, today))
  return inOrder([...lines.values()].flat())
}

type Edit = Extract<AreaEntry, { kind: 'edits' }>['edits'][number]

/** The list in force with some changes; an area that is taken from it has never been at risk. */
export function listAfterEdits(base: readonly RiskArea[], edits: readonly Edit[], today: Day): RiskArea[] {
  const lines = linesByArea(base)
  for (const { level, ...edit } of edits) {
    const area = { ...edit, name: areaName(edit.name) }
    const key = areaKey(area)
    if (level === null) lines.delete(key)
    else lines.set(key, said(lines.get(key) ?? [], { ...area, level }, today))
  }
  return inOrder([...lines.values()].flat())
}
