import { ok } from '@contract/action'
import type { Affected, reassessmentActions } from '@contract/reassessment'
import { runId } from '@kernel/assessment/newRun'
import { affected, runs, type AffectedDocument } from '@kernel/assessment/runDocuments'
import { collection, command } from '@kernel/cloud'
import { noSuch } from '@kernel/deciders'
import type { RegistrationCase } from '@kernel/registration'
import type { UseCase } from '@kernel/serve'
import { rowId } from './forecastPage'

const A_PAGE = 20

/** Whom an edition was expected to change in one community, as they are now. Three database requests. */
export const listAffected: UseCase<typeof reassessmentActions.affected> = async ({
  place,
  edition,
  community,
  after,
}) => {
  const run = runId('forecast', edition)
  const { data: forecast } = await runs.doc(run).get()
  if (forecast?.place.id !== place) return noSuch('edition')
  const { data: rows } = await affected
    .where({ run, 'at.community': community, _id: command.gt(after === null ? '' : rowId(run, after)) })
    .orderBy('_id', 'asc')
    .limit(A_PAGE + 1)
    .get()
  const page = rows.slice(0, A_PAGE)
  return ok({
    affected: await shown(page, { [`at.${forecast.place.level}`]: place, 'at.community': community }),
    next: rows.length > A_PAGE ? (page[A_PAGE - 1]?.case ?? null) : null,
  })
}

/** Without whoever has moved elsewhere, also together with the whole community, or is no more. */
async function shown(rows: readonly AffectedDocument[], within: Record<string, string>): Promise<Affected[]> {
  if (rows.length === 0) return []
  const { data } = await collection<RegistrationCase>('cases')
    .where({ ...within, _id: command.in(rows.map((row) => row.case)), deletion: null })
    .field({ history: false, body: false })
    .limit(A_PAGE)
    .get()
  const found = new Map(data.map((one) => [one._id, one]))
  return rows.flatMap(({ case: id, direction, before, after }) => {
    const one = found.get(id)
    if (!one) return []
    const { subject, place, brief, status } = one
    return {
      case: id,
      display: subject.display,
      place: place.names,
      from: String(brief.from ?? ''),
      status,
      direction,
      before,
      after,
    }
  })
}
