import type { SqlValue } from './driver'

/** What a query demands of a row, in terms that SQL can check. */
export type Constraint =
  | { kind: 'every' | 'some'; parts: Constraint[] }
  /** Equal to one of the values, of which null also stands for missing. */
  | { kind: 'oneOf'; column: string; values: SqlValue[] }
  | { kind: 'range'; column: string; operator: RangeOperator; bound: SqlValue }
  /** The JSON string stands somewhere in the document's text. */
  | { kind: 'mention'; json: string }
  /** The text, or a list in which it may stand, or nothing that SQL can tell. */
  | { kind: 'listed'; column: string; text: string }

export type RangeOperator = '>' | '>=' | '<' | '<='

export interface Condition {
  sql: string
  parameters: SqlValue[]
}

export const ANYTHING: Constraint = { kind: 'every', parts: [] }

export const everyOf = (constraints: Constraint[]): Constraint => {
  const parts = constraints.flatMap((part) => (part.kind === 'every' ? part.parts : [part]))
  const [only, ...others] = parts
  return only && others.length === 0 ? only : { kind: 'every', parts }
}

export const someOf = (parts: Constraint[]): Constraint => {
  const refusesNothing = parts.some((part) => part.kind === 'every' && part.parts.length === 0)
  return refusesNothing ? ANYTHING : { kind: 'some', parts }
}

export const toCondition = (constraint: Constraint): Condition => {
  switch (constraint.kind) {
    case 'every':
      return join(constraint.parts.map(toCondition), ' AND ', 'TRUE')
    case 'some':
      return join(constraint.parts.map(toCondition), ' OR ', 'FALSE')
    case 'oneOf':
      return membership(constraint.column, constraint.values)
    case 'range':
      return { sql: `${constraint.column} ${constraint.operator} ?`, parameters: [constraint.bound] }
    case 'mention':
      return { sql: 'instr(doc, ?) > 0', parameters: [constraint.json] }
    case 'listed':
      return isListed(constraint)
  }
}

const isListed = ({ column, text }: { column: string; text: string }): Condition => ({
  sql: `(${column} IS NULL OR ${column} = ? OR instr(${column}, ?) > 0)`,
  parameters: [text, JSON.stringify(text)],
})

const join = (conditions: Condition[], by: string, whenNone: string): Condition => ({
  sql: conditions.length === 0 ? whenNone : `(${conditions.map(({ sql }) => sql).join(by)})`,
  parameters: conditions.flatMap(({ parameters }) => parameters),
})

const membership = (column: string, values: SqlValue[]): Condition => {
  const present = values.filter((value) => value !== null)
  const conditions: Condition[] =
    values.length > present.length ? [{ sql: `${column} IS NULL`, parameters: [] }] : []
  if (present.length === 1) conditions.push({ sql: `${column} = ?`, parameters: present })
  if (present.length > 1) conditions.push(list(column, present))
  return join(conditions, ' OR ', 'FALSE')
}

/** SQLite has a limit on parameters; so many values make one list. Fewer serve its query planner better one by one. */
const MOST_PARAMETERS = 100

const list = (column: string, values: SqlValue[]): Condition =>
  values.length <= MOST_PARAMETERS
    ? { sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: values }
    : { sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }

/** Of how many conditions it is made. */
export const sizeOf = (constraint: Constraint): number =>
  'parts' in constraint ? constraint.parts.reduce((sum, part) => sum + sizeOf(part), 1) : 1

/** The columns for which the constraint allows one value only. */
export const fixedColumns = (constraint: Constraint): Set<string> => {
  const parts = constraint.kind === 'every' ? constraint.parts : [constraint]
  return new Set(
    parts.flatMap((part) => (part.kind === 'oneOf' && part.values.length === 1 ? [part.column] : [])),
  )
}

/** Beyond this many alternatives one query that sorts is cheaper than a merge of many. */
const MOST_ALTERNATIVES = 64

/** Constraints without a choice in them that together allow the same rows, so that an index can order each. */
export const alternativesOf = (constraint: Constraint): Constraint[] => {
  const alternatives = expand(constraint)
  return alternatives.length <= MOST_ALTERNATIVES ? alternatives : [constraint]
}

const expand = (constraint: Constraint): Constraint[] => {
  switch (constraint.kind) {
    case 'oneOf':
      return constraint.values.map((value) => ({ ...constraint, values: [value] }))
    case 'some':
      return narrows(constraint) ? constraint.parts.flatMap(alternativesOf) : [constraint]
    case 'every':
      return constraint.parts.reduce<Constraint[]>(combine, [ANYTHING])
    default:
      return [constraint]
  }
}

const combine = (combined: Constraint[], part: Constraint): Constraint[] => {
  const choices = alternativesOf(part)
  const fitting = combined.length * choices.length <= MOST_ALTERNATIVES ? choices : [part]
  return combined.flatMap((left) => fitting.map((right) => everyOf([left, right])))
}

/** The columns at which it looks; undefined where it needs the document's whole text. */
export const columnsOf = (constraint: Constraint): string[] | undefined => {
  if (constraint.kind === 'mention') return undefined
  if (!('parts' in constraint)) return [constraint.column]
  const columns = constraint.parts.map(columnsOf)
  return columns.some((some) => some === undefined) ? undefined : columns.flatMap((some) => some ?? [])
}

/** Whether an index could serve it; a choice between mere mentions would only read every row several times. */
const narrows = (constraint: Constraint): boolean => {
  switch (constraint.kind) {
    case 'every':
      return constraint.parts.some(narrows)
    case 'some':
      return constraint.parts.every(narrows)
    default:
      return constraint.kind !== 'mention' && constraint.kind !== 'listed'
  }
}

/** How many comparisons an index has to make to decide it; infinitely many when no index can. */
export const comparisonsIn = (constraint: Constraint): number => {
  switch (constraint.kind) {
    case 'every':
      return constraint.parts.reduce((sum, part) => sum + comparisonsIn(part), 0)
    case 'oneOf':
    case 'range':
      return 1
    default:
      return Infinity
  }
}
