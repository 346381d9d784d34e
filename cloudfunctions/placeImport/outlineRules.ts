import type { LineFault, LineFaultName } from '@contract/placeImport'
import { levels, type Level } from '@contract/roles'
import type { Line } from './lineRules'
import { keyOf } from './placeTextRules'

/** A place as the sheet knows it. */
export interface SheetPlace {
  /** The first line that names it. */
  line: number
  level: Level
  name: string
  code: string
  /** The line that gives the number; 0 when none does. */
  codeLine: number
  /** null: directly below the place that is imported into. */
  parent: SheetPlace | null
}

export interface Outline {
  /** Those above before those below, otherwise in the order of the sheet. */
  places: SheetPlace[]
  faults: LineFault[]
}

/** A number is known by its level: the first grid and the first building may both be 01. */
export const codeKey = ({ level, code }: { level: Level; code: string }): string => `${level} ${code}`

/** The names from the top of the sheet down to a place. */
export const namesOf = ({ parent, name }: SheetPlace): string[] => [...(parent ? namesOf(parent) : []), name]

/** The tree that the lines of a sheet make: each place once, however many lines name it. */
export function outlineOf(lines: readonly Line[]): Outline {
  const byPath = new Map<string, SheetPlace>()
  const byCode = new Map<string, SheetPlace>()
  const faults: LineFault[] = []
  for (const { line, names, code } of lines) {
    const place = placeAt(line, names, byPath)
    if (!place || code === '') continue
    const key = codeKey({ level: place.level, code })
    const fault = faultOfCode(place, code, byCode.get(key))
    if (fault) {
      faults.push({ line, column: 'code', text: code, ...fault })
    } else {
      byCode.set(key, place)
      place.codeLine ||= line
      place.code = code
    }
  }
  const depth = ({ level }: SheetPlace) => levels.indexOf(level)
  return { places: [...byPath.values()].sort((a, b) => depth(a) - depth(b)), faults }
}

/** The place that a line is about, made with those above it where the line is the first to name them. */
function placeAt(line: number, names: Line['names'], byPath: Map<string, SheetPlace>): SheetPlace | null {
  let place: SheetPlace | null = null
  let path = ''
  for (const { level, name } of names) {
    path = `${path}\n${level} ${keyOf(name)}`
    const known = byPath.get(path)
    const here: SheetPlace = known ?? { line, level, name, code: '', codeLine: 0, parent: place }
    if (!known) byPath.set(path, here)
    place = here
  }
  return place
}

/** What is wrong with giving this number to a place when `holder` has it in an earlier line. */
function faultOfCode(
  place: SheetPlace,
  code: string,
  holder: SheetPlace | undefined,
): { fault: LineFaultName; other: number } | null {
  if (holder && holder !== place) {
    const fault = keyOf(holder.name) === keyOf(place.name) ? 'twoParents' : 'codeRepeated'
    return { fault, other: holder.codeLine }
  }
  return place.code !== '' && place.code !== code ? { fault: 'twoCodes', other: place.codeLine } : null
}
