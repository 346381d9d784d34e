import type { Day } from '@contract/calendar'
import {
  AREA_NAME_LENGTH,
  AREAS_SHOWN,
  type AreaColumn,
  type AreaFault,
  type AreaFaultName,
} from '@contract/riskAreas'
import type { RiskArea, RiskLevel } from '@contract/riskLevels'
import { resolveRegion, type RegionFault, type WrittenRegion } from '@contract/regionSearch'
import { daysIn, isFarAhead, type SaidDays } from './dayRules'
import { levelOf } from './levelRules'

/** An area as a line says it; without `from` where the line says no first day. */
export interface SaidArea extends Omit<RiskArea, 'from'> {
  line: number
  from: Day | null
}

/** What a line has in its cells. */
export interface Written {
  line: number
  region: WrittenRegion
  /** The column that is named where the region is wrong. */
  regionColumn: AreaColumn
  /** What is finer than the county and follows what `region.region` ends with; several areas where several are listed. */
  names: (rest: string) => string[]
  /** As it stands there; else the level of the heading above. */
  level: string
  from: string
  until: string
}

type Fault = Omit<AreaFault, 'line' | 'other'>

export interface Read {
  areas: SaidArea[]
  faults: AreaFault[]
}

const faultsOfRegion = {
  missing: 'regionMissing',
  unknown: 'regionUnknown',
  ambiguous: 'regionAmbiguous',
  tooWide: 'regionTooWide',
} as const satisfies Record<RegionFault, AreaFaultName>

const WHOLE = /^(全域|全区|全县|全市|全旗|全境|全部)$/
const AROUND = /^[\s:：,，。;；、\-—·]+|[\s:：,，。;；、\-—·]+$/g

/** What is finer than a county, so that two spellings are one (东苑（一期）, 东苑 (一期)); '' for all of the county. */
export const areaName = (written: string): string =>
  written.normalize('NFKC').replace(/\s+/g, '').replace(AROUND, '').replace(WHOLE, '')

const fault = (column: AreaColumn, name: AreaFaultName, text: string): Fault => ({
  column,
  fault: name,
  text: text.slice(0, 40),
  suggestions: [],
})

const isFault = (read: object): read is Fault => 'fault' in read

function readLevel(written: string): { level: RiskLevel } | Fault {
  if (written === '') return fault('level', 'levelMissing', '')
  const level = levelOf(written)
  return level ? { level } : fault('level', 'levelUnknown', written)
}

/** The span of two cells, of which the first may say it all. */
function readDays({ from, until }: Pick<Written, 'from' | 'until'>, today: Day): SaidDays | Fault {
  const first = from === '' ? { from: null, until: null } : daysIn(from, today)
  if (first === null || first === 'unknown') return fault('from', 'dayUnknown', from)
  const last = until === '' ? { from: null, until: null } : daysIn(until, today, first.from ?? today)
  if (last === null || last === 'unknown') return fault('until', 'dayUnknown', until)
  const days = { from: first.from, until: last.until ?? last.from ?? first.until }
  if (days.from !== null && isFarAhead(days.from, today)) return fault('from', 'dayUnknown', from)
  // What began on no day that is said begins today: see RiskArea lines of the list in force.
  const isBackwards = days.until !== null && days.until < (days.from ?? today)
  return isBackwards ? fault('until', 'untilBeforeFrom', until || from) : days
}

const writtenIn = ({ code, province, city, county, region }: WrittenRegion): string =>
  [code, province, city, county, region].filter(Boolean).join(' ')

/** The areas that a line names, or what is wrong with it first. */
function areasOf(written: Written, today: Day, suggests: boolean): SaidArea[] | Fault {
  const resolved = resolveRegion(written.region, suggests)
  if (!resolved.ok) {
    const { column, ...wrong } = fault(
      written.regionColumn,
      faultsOfRegion[resolved.fault],
      writtenIn(written.region),
    )
    return { column, ...wrong, suggestions: resolved.suggestions.slice(0, 5) }
  }
  const names = written.names(resolved.rest).map(areaName)
  const tooLong = names.find((name) => name.length > AREA_NAME_LENGTH)
  if (tooLong) return fault('name', 'nameTooLong', tooLong)
  const level = readLevel(written.level)
  if (isFault(level)) return level
  const days = readDays(written, today)
  if (isFault(days)) return days
  const { line } = written
  return names.map((name) => ({ line, region: resolved.region, name, ...level, ...days }))
}

/** What the lines of a table say, and what is wrong with the others; what may be meant is said of as many as are shown. */
export function readAreas(lines: readonly Written[], today: Day): Read {
  const read: Read = { areas: [], faults: [] }
  for (const written of lines) {
    const areas = areasOf(written, today, read.faults.length < AREAS_SHOWN)
    if (Array.isArray(areas)) read.areas.push(...areas)
    else read.faults.push({ line: written.line, ...areas, other: null })
  }
  return read
}
