import { refused, type Refused } from '@contract/action'
import type { Faults, FieldFault } from '@contract/faults'
import { SHEET_LINES } from '@contract/placeImport'
import { AREAS_AT_MOST, type AreaEntry, type AreaFault } from '@contract/riskAreas'
import type { RiskArea } from '@contract/riskLevels'
import { regionNames } from '@contract/regions'
import { editions, type RiskListDocument } from '@kernel/assessment/editionDocuments'
import { findEdition } from '@kernel/assessment/editionHeads'
import { forgetRulings, idInForce } from '@kernel/assessment/inForce'
import { noSuch, placeOf } from '@kernel/deciders'
import type { Context } from '@kernel/serve'
import { sheetsOfFile } from '@kernel/spreadsheet/sheetsOfFile'
import { readAreas, type Written } from './areaRules'
import { isFarAhead } from './dayRules'
import { listAfterEdits, listWith, withoutRepetition } from './listRules'
import { linesOfSheets, linesOfText } from './sheetRules'

/** What an entry makes of a list. */
interface Made {
  /** Lines that say something, bad ones included. */
  lines: number
  areas: RiskArea[]
  faults: AreaFault[]
}

export interface Planned extends Made {
  /** The list in force, of which it is made. */
  base: RiskListDocument | null
}

export const isRefused = (planned: object): planned is Refused => 'ok' in planned

const wrong = (fields: Faults): Refused => refused('invalidInput', 'no list can be made of this', fields)

/** Reads the list in force and what is entered, and makes the next list of both. */
export async function planList(
  { place, entry }: { place: string; entry: AreaEntry },
  context: Context,
): Promise<Planned | Refused> {
  const base = await listInForce(place, context)
  const made = await makeList(entry, base?.areas ?? [], place, context)
  if (isRefused(made)) return made
  return made.areas.length > AREAS_AT_MOST ? wrong({ entry: 'tooMany' }) : { ...made, base }
}

/** Asked for afresh: a minute ago somebody may have published another. Two database requests. */
async function listInForce(place: string, context: Context): Promise<RiskListDocument | null> {
  forgetRulings()
  const inForce = await idInForce('riskList', (await placeOf(place, context)).at, context.now)
  return inForce === null ? null : (await editions('riskList').doc(inForce).get()).data
}

async function makeList(
  entry: AreaEntry,
  base: readonly RiskArea[],
  place: string,
  context: Context,
): Promise<Made | Refused> {
  if (entry.kind === 'edition') {
    const earlier = await findEdition('riskList', { place, edition: entry.edition })
    if (earlier?.status !== 'published') return noSuch('edition')
    return { lines: earlier.areas.length, areas: earlier.areas, faults: [] }
  }
  if (entry.kind === 'edits') return makeByEdits(entry.edits, base, context)
  const lines =
    entry.kind === 'text' ? linesOfText(entry.text, context.today) : await linesOfFile(entry.file, context)
  if (typeof lines === 'string') return wrong({ 'entry.file': lines })
  if (lines.length === 0) return wrong({ 'entry.text': 'required' })
  return makeByTable(lines, base, entry.whole, context)
}

const ROWS = SHEET_LINES + 20

async function linesOfFile(file: string, { today }: Context): Promise<Written[] | FieldFault> {
  const read = await sheetsOfFile(file, ROWS)
  if (!read.ok) return read.fault
  const lines = linesOfSheets(read.sheets, today)
  return lines.length === 0 ? 'sheetEmpty' : lines
}

function makeByTable(
  lines: readonly Written[],
  base: readonly RiskArea[],
  whole: boolean,
  { today }: Context,
): Made {
  const read = readAreas(lines, today)
  const { areas, faults } = withoutRepetition(read.areas)
  return {
    lines: lines.length,
    areas: listWith(base, areas, { whole, today }),
    faults: [...read.faults, ...faults].sort((one, other) => one.line - other.line),
  }
}

function makeByEdits(
  edits: Extract<AreaEntry, { kind: 'edits' }>['edits'],
  base: readonly RiskArea[],
  { today }: Context,
): Made | Refused {
  const faults: Faults = {}
  edits.forEach(({ region, from, until }, index) => {
    if (!regionNames(region)) faults[`entry.edits.${index}.region`] = 'regionUnknown'
    else if (isFarAhead(from, today)) faults[`entry.edits.${index}.from`] = 'outOfRange'
    else if (until !== null && until < from) faults[`entry.edits.${index}.until`] = 'outOfRange'
  })
  if (Object.keys(faults).length > 0) return wrong(faults)
  return { lines: edits.length, areas: listAfterEdits(base, edits, today), faults: [] }
}
