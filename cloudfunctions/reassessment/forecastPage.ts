import { asListInForce, asPolicyInForce } from '@kernel/assessment/asInForce'
import type { EditionKind } from '@contract/editions'
import { dayOf } from '@contract/calendar'
import type { Outcome } from '@contract/outcome'
import type { EditionOf } from '@kernel/assessment/editionDocuments'
import type { Ruling } from '@kernel/assessment/inForce'
import { differenceFor } from '@kernel/assessment/reassessCase'
import { affected, type AffectedDocument, type RunDocument } from '@kernel/assessment/runDocuments'
import { command, isDuplicate } from '@kernel/cloud'
import type { RegistrationCase } from '@kernel/registration'
import type { Changed, Looked } from './lookedAt'
import { expectedOf, type Rulings } from './rulings'

/** As long as a proposal is likely to wait and then to be looked at; sooner when it is dropped or has come into force. */
const KEPT_MS = 60 * 86_400_000

/** What would apply where this edition did. */
export const rulingWith = (edition: EditionOf[EditionKind]): ((ruling: Ruling) => Ruling) => {
  const changed = 'rules' in edition ? { policy: asPolicyInForce(edition) } : { list: asListInForce(edition) }
  return (ruling) => ({ ...ruling, ...changed })
}

/** Writes down for whom of a page something would change. */
export async function forecastPage(
  run: RunDocument,
  page: readonly RegistrationCase[],
  rulings: Rulings,
  now: Date,
): Promise<Looked> {
  const changed: Changed[] = []
  const rows: AffectedDocument[] = []
  for (const found of page) {
    const difference = differenceFor(found, await expectedOf(found, rulings), dayOf(now))
    if (!difference) continue
    changed.push({ found, direction: difference.direction, dueAt: null })
    const removeAt = new Date(now.getTime() + KEPT_MS)
    const { _id, at } = found
    const { direction, before, after } = difference
    const told = { direction, before: before && withoutBasis(before), after: withoutBasis(after) }
    rows.push({ _id: rowId(run._id, _id), run: run._id, case: _id, at, ...told, removeAt })
  }
  if (rows.length > 0) await addMissing(rows)
  return { changed, seen: page.length }
}

/** What is asked, and not why: that says where somebody has been. */
const withoutBasis = ({ basis: _, ...asked }: Outcome): AffectedDocument['after'] => asked

export const rowId = (run: string, found: string): string => `${run}-${found}`

/** A page that was ended before it was noted, or that two look at, has some already. */
async function addMissing(rows: AffectedDocument[]): Promise<void> {
  try {
    await affected.add({ data: rows })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    const { data } = await affected
      .where({ _id: command.in(rows.map(({ _id }) => _id)) })
      .limit(rows.length)
      .get()
    const there = new Set(data.map(({ _id }) => _id))
    const missing = rows.filter(({ _id }) => !there.has(_id))
    if (missing.length < rows.length && missing.length > 0) await addMissing(missing)
  }
}
