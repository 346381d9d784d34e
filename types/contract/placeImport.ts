import * as v from 'valibot'
import { action } from './action'
import { fault } from './faults'
import * as field from './fields'
import { nodeName, placeCode } from './places'
import { keeperRoles, levels, type Level } from './roles'

/** A spreadsheet larger than this is not read. */
export const SHEET_BYTES = 5 * 1024 * 1024

/** Lines below the header, blank ones included. */
export const SHEET_LINES = 20_000

/** Of each kind of change, and of bad lines, so many are shown; all are counted. */
export const SHOWN_AT_MOST = 300

/** What a column can be: the name of a place at a level, or the number of the line's lowest place. */
export const columns = [...levels, 'code'] as const
export type Column = (typeof columns)[number]

export const isNodeName = (text: string): boolean => v.is(nodeName, text)
export const isPlaceCode = (text: string): boolean => v.is(placeCode, text)

/** What can be wrong with a line. The phone has a sentence for each (src/words). */
export const lineFaults = [
  'nameless',
  'gap',
  'name',
  'code',
  'date',
  'errorValue',
  'above',
  'elsewhere',
  'codeRepeated',
  'twoParents',
  'twoCodes',
  'codeAmbiguous',
  'nameAmbiguous',
  'otherCode',
  'nameTaken',
] as const
export type LineFaultName = (typeof lineFaults)[number]

export interface LineFault {
  /** As the spreadsheet counts: its first line is 1. */
  line: number
  column: Column
  fault: LineFaultName
  /** What stands there. */
  text: string
  /** The earlier line that it does not go with. */
  other: number | null
}

/** Names are from below the place that is imported into down to the node itself. */
export interface PlaceAdded {
  line: number
  level: Level
  names: string[]
  code: string
}

export interface PlaceRenamed {
  line: number
  level: Level
  names: string[]
  to: string
}

export interface PlaceMoved {
  line: number
  level: Level
  names: string[]
  /** The names of the node that it comes below; empty for the place that is imported into. */
  to: string[]
}

/** A node that is there already, and now gets a number. */
export interface PlaceNumbered {
  line: number
  level: Level
  names: string[]
  code: string
}

interface Shown<Line> {
  total: number
  shown: Line[]
}

/** What an import of a file would do, as things are now. */
export interface ImportPlan {
  /** Lines that say something, bad ones included. */
  lines: number
  /** What was understood of the header. */
  columns: Column[]
  added: Shown<PlaceAdded>
  addedAt: Partial<Record<Level, number>>
  renamed: Shown<PlaceRenamed>
  moved: Shown<PlaceMoved>
  numbered: Shown<PlaceNumbered>
  /** Places of the file that are as they should be. */
  same: number
  faults: Shown<LineFault>
  /** Stands for all of these changes, shown or not. */
  digest: string
}

export interface ImportProgress {
  /** Changes made by this call. */
  done: number
  /** Changes still to be made: by calling again, with this digest. */
  left: number
  digest: string
}

/** A spreadsheet that the phone has put among the incoming files. */
export const sheetFile = v.pipe(
  v.string(),
  v.regex(/^cloud:\/\/[\w.-]+\/incoming\/[0-9a-f-]{36}$/, fault('sheetMissing')),
)

const keeper = { who: 'staff', roles: keeperRoles, at: 'place' } as const

export const placeImportActions = {
  /** What importing a file below `place` would do. Changes nothing, but removes a file that is no spreadsheet. */
  check: action<ImportPlan>()({
    access: keeper,
    input: v.strictObject({ place: field.placeId, file: sheetFile }),
  }),
  /**
   * Makes changes for some seconds. `digest` stands for what the person has seen, or for what the last call has left;
   * when the tree or the plan is another meanwhile, nothing is changed. Repeat until nothing is left.
   */
  apply: action<ImportProgress>()({
    access: keeper,
    input: v.strictObject({
      place: field.placeId,
      file: sheetFile,
      digest: v.pipe(v.string(), v.regex(/^[\w-]{43}$/, fault('notAChoice'))),
    }),
  }),
}
