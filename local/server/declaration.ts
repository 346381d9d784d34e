import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { DatabaseDeclaration } from '../store/types'
import { StartRefusal } from '../startRefusal'

const index = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  keys: v.pipe(
    v.array(v.tuple([v.pipe(v.string(), v.nonEmpty()), v.picklist([1, -1, '2dsphere'])])),
    v.minLength(1),
  ),
  unique: v.optional(v.boolean(), false),
})
const declaration = v.object({
  collections: v.record(v.pipe(v.string(), v.nonEmpty()), v.object({ indexes: v.optional(v.array(index)) })),
})

/**
 * Reads a file of the shape of config/database.json.
 *
 * @throws {StartRefusal} when it cannot be read or has another shape
 */
export function readDeclaration(file: string): DatabaseDeclaration {
  const checked = v.safeParse(declaration, readJson(file))
  if (checked.success) return checked.output
  const [issue] = checked.issues
  throw new StartRefusal(`${file} is wrong at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}.`)
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new StartRefusal(`The database declaration ${file} cannot be read: ${(error as Error).message}.`)
  }
}
