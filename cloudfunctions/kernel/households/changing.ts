import { ok, refused, type Refused, type Result } from '@contract/action'
import { collection } from '../cloud'
import { replacing } from '../replacing'
import type { Context } from '../serve'
import { handlerOf, noSuchHousehold } from './handling'
import type { EnteredBy, HouseholdDocument } from './householdDocument'

const households = collection<HouseholdDocument>('households')

/** More than the reports that a household may send in a minute: of many at once each is done, or refused for being too many. */
const MOST_ATTEMPTS = 8

export async function readHousehold(id: string): Promise<HouseholdDocument | null> {
  const { data } = await households.doc(id).get()
  // What is being deleted is there for nobody any more.
  return data?.deletion === null ? data : null
}

/** What an act makes of a household; `nothing` where it had been done before. */
export type HouseholdChanges = Partial<Omit<HouseholdDocument, '_id' | 'version'>> | 'nothing'

interface Change {
  household: string
  /** The `edits` that the person saw, where the act is one; left out where it fits whatever the household has become. */
  version?: number
  /** Who may; by default the family, and staff of `householdRoles` whose place covers it. */
  handler?: (
    found: HouseholdDocument | null,
    context: Context,
  ) => Promise<EnteredBy | null> | EnteredBy | null
}

/**
 * Changes a household on the condition that nobody was quicker: two database requests for the family, three for staff. Where
 * somebody was, `work` is done again on what they have made of it, and must do nothing else that lasts; an edit is refused
 * when that was another edit.
 */
export async function changeHousehold(
  { household, version, handler = handlerOf }: Change,
  context: Context,
  work: (
    found: HouseholdDocument,
    by: EnteredBy,
  ) => HouseholdChanges | Refused | Promise<HouseholdChanges | Refused>,
): Promise<Result<HouseholdDocument>> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const found = await readHousehold(household)
    const by = await handler(found, context)
    if (!found || !by) return noSuchHousehold()
    const changes = await work(found, by)
    if (changes === 'nothing') return ok(found)
    if ('ok' in changes) return changes
    if (version !== undefined && found.edits !== version) break
    const written = version === undefined ? changes : { ...changes, edits: found.edits + 1 }
    if (await writeHousehold(found, written)) return ok({ ...found, ...written, version: found.version + 1 })
  }
  return refused('changedMeanwhile', 'somebody else was quicker')
}

/** Writes what has become of a household; false when somebody has changed it meanwhile. */
export async function writeHousehold(
  { _id, version }: HouseholdDocument,
  changes: Exclude<HouseholdChanges, 'nothing'>,
): Promise<boolean> {
  const { stats } = await households
    .where({ _id, version, deletion: null })
    .update({ data: { ...replacing(changes), version: version + 1 } })
  return stats.updated === 1
}
