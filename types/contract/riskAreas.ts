import * as v from 'valibot'
import { action } from './action'
import { declared, digest, onEdition, type EditionHead, type EditionPage, type Source } from './editions'
import * as field from './fields'
import { sheetFile } from './placeImport'
import type { Instant } from './cases'
import { areaKey, riskLevels, type RiskArea } from './riskLevels'
import { policyRoles } from './roles'

export * from './riskLevels'

/**
 * Of a pasted table, in characters; what is longer comes as a file. A function is sent 100 KB of text at most.
 * Source: https://docs.cloudbase.net/en/error-code/service/EXCEED_MAX_PAYLOAD_SIZE
 */
export const PASTED_AT_MOST = 30_000

export const AREAS_AT_MOST = 20_000

export const EDITS_AT_MOST = 200

/** Of what is finer than the county, in characters. */
export const AREA_NAME_LENGTH = 60

/** What can be wrong with a line. The phone has a sentence for each (src/words). */
export const areaFaults = [
  'regionMissing',
  'regionUnknown',
  'regionAmbiguous',
  'regionTooWide',
  'levelMissing',
  'levelUnknown',
  'dayUnknown',
  'untilBeforeFrom',
  'nameTooLong',
  'repeated',
] as const
export type AreaFaultName = (typeof areaFaults)[number]

/** What a column can say. */
export const areaColumns = [
  'code',
  'province',
  'city',
  'county',
  'region',
  'name',
  'level',
  'from',
  'until',
] as const
export type AreaColumn = (typeof areaColumns)[number]

export interface AreaFault {
  /** As the table counts: its first line is 1. */
  line: number
  column: AreaColumn
  fault: AreaFaultName
  /** What stands there. */
  text: string
  /** The earlier line that says something else of the same area on the same days. */
  other: number | null
  /** Counties that may be meant, best first, at most five. */
  suggestions: { code: string; names: string }[]
}

/** An area with the names of its region, from the province on. */
export interface NamedArea extends RiskArea {
  names: string
}

/** An area that is at risk by both lists, and differs: of each list its last line. */
export interface AreaChange {
  before: NamedArea
  after: NamedArea
}

interface Shown<Line> {
  total: number
  shown: Line[]
}

/** Of each kind of change, and of bad lines, so many are shown; all are counted. */
export const AREAS_SHOWN = 100

/** What a list says that the one before it did not, counted by areas (see `areaKey`). */
export interface ListChanges {
  added: Shown<NamedArea>
  /** At risk no more: taken from the list, or over on the day of the check. */
  removed: Shown<NamedArea>
  raised: Shown<AreaChange>
  lowered: Shown<AreaChange>
  /** The same level on other days. */
  dated: Shown<AreaChange>
  same: number
}

/** What would be proposed. */
export interface ListPlan {
  /** Lines that say something, bad ones included. */
  lines: number
  /** Lines of areas that are at risk after today. */
  areas: number
  faults: Shown<AreaFault>
  changes: ListChanges
  digest: string
}

/** One edition with a page of its areas. */
export interface RiskListShown extends EditionHead {
  areas: NamedArea[]
  total: number
  /** How many areas come before the next page; null on the last. */
  next: number | null
  /** Against the list in force when it was proposed. */
  changes: ListChanges
}

/** What anybody may know of the list that applies. */
export interface ListNotice {
  number: number
  source: Source
  effectiveFrom: Instant
  /** Lines of areas that are at risk after today. */
  areas: number
}

/** A county that was asked for, and what of it is at risk. */
export interface RiskHit {
  region: string
  names: string
  areas: RiskArea[]
}

export interface RiskSearch {
  list: ListNotice | null
  hits: RiskHit[]
  /** Whether there are more than are shown. */
  more: boolean
}

/**
 * What is said of an area from a day on; what it was before that day it has been (the rules look at the time of a stay).
 * The same level once more corrects the days.
 */
const edit = v.strictObject({
  region: field.regionCode,
  name: field.text(AREA_NAME_LENGTH),
  /** null takes the area from the list, as if it had never been at risk. */
  level: v.nullable(v.picklist(riskLevels)),
  from: field.day,
  until: v.nullable(field.day),
})

/**
 * Where the areas come from. Each line of a table is an edit of the list in force. Where it says no first day, an area
 * that has this level already has it since it had, and another has it from today; without a last day it goes on. In a
 * table that is the `whole` list, what it leaves out was at risk until today.
 */
const entry = v.variant('kind', [
  v.strictObject({
    kind: v.literal('text'),
    text: v.pipe(v.string(), v.maxLength(PASTED_AT_MOST, 'tooLong')),
    whole: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('file'), file: sheetFile, whole: v.boolean() }),
  v.strictObject({ kind: v.literal('edits'), edits: field.listOf(edit, EDITS_AT_MOST) }),
  /** As it was in an earlier edition. */
  v.strictObject({ kind: v.literal('edition'), edition: field.submissionId }),
])

export type AreaEntry = v.InferOutput<typeof entry>

const officer = { who: 'staff', roles: policyRoles, at: 'place' } as const

export const riskAreasActions = {
  /** Whether somewhere is at risk, by a part of its name or by its code; without words, what the list has changed last. */
  search: action<RiskSearch>()({
    access: { who: 'anyone' },
    input: v.strictObject({ words: field.sought(40), place: v.optional(v.nullable(field.placeId), null) }),
  }),
  /** Proposed ones first, then the newest. */
  editions: action<EditionPage>()({
    access: officer,
    input: v.strictObject({ place: field.placeId, after: v.optional(v.nullable(field.submissionId), null) }),
  }),
  show: action<RiskListShown>()({
    access: officer,
    input: v.strictObject({
      ...onEdition,
      skip: v.optional(v.pipe(v.number(), v.integer('wrongType'), v.minValue(0, 'outOfRange')), 0),
    }),
  }),
  /** What a table says. Changes nothing, but removes a file that is no spreadsheet. */
  check: action<ListPlan>()({
    access: officer,
    contentCheck: 'keptNowhere',
    input: v.strictObject({ place: field.placeId, entry }),
  }),
  /** `digest` stands for what was checked; when the list in force is another meanwhile, nothing is proposed. */
  propose: action<EditionHead>()({ access: officer, input: v.strictObject({ ...declared, entry, digest }) }),
  publish: action<EditionHead>()({ access: officer, input: v.strictObject(onEdition) }),
  drop: action<EditionHead>()({
    access: officer,
    input: v.strictObject({ ...onEdition, words: field.saidText(300) }),
  }),
}

export { areaKey }
