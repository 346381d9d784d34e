import type { Direction } from '@contract/reassessment'
import type { ReturneeEvent, ReturneeStatus } from '@contract/returneeMachine'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { reassessed } from '@kernel/assessment/reassessCase'
import { readCase, writeAdvance } from '@kernel/cases'
import { now as clock } from '@kernel/clock'
import type { RegistrationBody, RegistrationCase } from '@kernel/registration'
import { tellResident } from '@kernel/tellOfRegistration'
import type { Changed, Looked } from './lookedAt'
import { expectedOf, type Rulings } from './rulings'

const AT_ONCE = 10

/** Whoever keeps changing a case meanwhile: the next sweep comes back to it. */
const MOST_ATTEMPTS = 5

type Run = Pick<RunDocument, 'edition' | 'kind' | 'number' | 'sweep'>

/**
 * Assesses a page of registrations by what is in force, and writes and tells what has changed. A slow WeChat makes ten
 * last for seconds: whoever there is no more time for is left to the next slice.
 */
export async function reassessPage(
  run: Run,
  page: readonly RegistrationCase[],
  rulings: Rulings,
  until: Date,
): Promise<Looked> {
  const changed: Changed[] = []
  let seen = 0
  while (seen < page.length && (seen === 0 || clock() < until)) {
    const some = page.slice(seen, seen + AT_ONCE)
    const looked = await Promise.all(some.map((found) => reassess(run, found, rulings)))
    changed.push(...looked.flatMap((one) => one ?? []))
    seen += some.length
  }
  return { changed, seen }
}

/** Null where nothing has changed, or where it was counted before. */
async function reassess(run: Run, found: RegistrationCase, rulings: Rulings): Promise<Changed | null> {
  let current: RegistrationCase | null = found
  for (let attempt = 0; current && attempt < MOST_ATTEMPTS; attempt += 1) {
    const now = clock()
    const advance = reassessed(current, await expectedOf(current, rulings), run, now)
    if (!advance) return run.sweep === 1 ? changedBefore(run, current) : null
    if (await writeAdvance(current, advance)) {
      const after = { ...current, ...advance.set, history: [...current.history, advance.entry] }
      await tellResident(advance.entry.event as ReturneeEvent, after, now)
      return changedBefore(run, after)
    }
    current = await readCase<RegistrationBody, ReturneeStatus>('returnee', current._id)
  }
  return null
}

/** What this edition has done to a case, also when whoever did it was ended before noting it. */
function changedBefore({ edition }: Run, found: RegistrationCase): Changed | null {
  const entry = found.history.find(({ submission, by }) => submission === edition && by.actor === 'system')
  if (!entry) return null
  const isWaiting = entry.event === 'reassess' && found.todo?.role === 'gridWorker'
  return {
    found,
    direction: entry.detail?.direction as Direction,
    dueAt: isWaiting ? (found.todo?.dueAt ?? null) : null,
  }
}
