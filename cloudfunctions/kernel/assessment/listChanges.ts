import { areaKey, type RiskArea } from '@contract/riskLevels'

/** The lines of each area, in the order of their days. */
export function linesByArea(areas: readonly RiskArea[]): Map<string, RiskArea[]> {
  const lines = new Map<string, RiskArea[]>()
  for (const area of areas) {
    const listed = lines.get(areaKey(area))
    if (listed) listed.push(area)
    else lines.set(areaKey(area), [area])
  }
  for (const listed of lines.values()) listed.sort((one, other) => (one.from < other.from ? -1 : 1))
  return lines
}

export const isSameLine = (one: RiskArea, other: RiskArea): boolean =>
  areaKey(one) === areaKey(other) &&
  one.level === other.level &&
  one.from === other.from &&
  one.until === other.until

/**
 * The lines that only one of two lists has, of both: for whoever was at none of these areas nothing changes. An area that
 * is raised is among them twice, as it was and as it is.
 */
export function changedAreas(before: readonly RiskArea[], after: readonly RiskArea[]): { areas: RiskArea[] } {
  const notIn = (list: Map<string, RiskArea[]>) => (area: RiskArea) =>
    !list.get(areaKey(area))?.some((line) => isSameLine(line, area))
  return {
    areas: [...before.filter(notIn(linesByArea(after))), ...after.filter(notIn(linesByArea(before)))],
  }
}
