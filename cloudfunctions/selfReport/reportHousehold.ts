import { ok, refused, type Refused, type Result } from '@contract/action'
import { regionNames } from '@contract/regions'
import type { HouseholdReport, Reported, selfReportActions } from '@contract/selfReport'
import { rulingAt } from '@kernel/assessment/inForce'
import { derivedId } from '@kernel/derivedId'
import { changeHousehold, type HouseholdChanges } from '@kernel/households/changing'
import type { EnteredBy, HouseholdDocument, StoredReport } from '@kernel/households/householdDocument'
import { ownSealer, saysSame } from '@kernel/seal'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import { afterReport, reportFaults, secondsToWait } from './reportRules'
import { staysToRegister } from './stayRules'
import { raiseAlerts, storedReport, type Sent } from './storedReport'
import { reportIn, whatNow } from './whatNow'

/**
 * A family's report of one day: one read and one conditional write where all are well. Whoever is unwell has an episode
 * before the report is stored: what fails in between is made good when the phone sends it again. A registration is claimed
 * by the same write and stored after it, so that two phones that report the same stay make one.
 */
export const reportHousehold: UseCase<typeof selfReportActions.report> = (input, context) =>
  reported(input, context, (sent, found, by) => report(sent, found, by, context))

/** A day that can no longer be told of may have been told of in time. */
export const reportedBefore: DoneBefore<typeof selfReportActions.report> = (input, context) =>
  reported(input, context, () => refused('notFound', 'nothing of the kind has been reported'))

async function reported(
  input: HouseholdReport,
  context: Context,
  first: (
    sent: Sent,
    found: HouseholdDocument,
    by: EnteredBy,
  ) => Refused | Promise<HouseholdChanges | Refused>,
): Promise<Result<Reported>> {
  const digest = ownSealer().digest(input)
  const changed = await changeHousehold({ household: input.household }, context, (found, by) => {
    const before = reportIn(found, input.submission)
    if (before) return isSame(before, digest, by) ? 'nothing' : submissionTaken()
    return first({ input, digest }, found, by)
  })
  return changed.ok ? ok(await whatNow(input, changed.data, context)) : changed
}

async function report(
  sent: Sent,
  found: HouseholdDocument,
  by: EnteredBy,
  { now, today }: Context,
): Promise<HouseholdChanges | Refused> {
  const { input } = sent
  const { submission, on, people } = input
  const refusal = refusalOf(input, found, by, now)
  if (refusal) return refusal

  const stored = await storedReport(sent, found, by, now)
  const stays = staysToRegister(input, found, await rulingAt(found.at, now), today)
  return afterReport(found, {
    on,
    report: stored,
    vaccinations: new Map(people.map(({ person, vaccination }) => [person, vaccination])),
    episodes: await raiseAlerts(stored, found, on),
    registered: stays.map((stay) => ({
      ...stay,
      submission,
      case: derivedId({ registration: submission, region: stay.region, last: stay.last }),
    })),
  })
}

const isSame = (before: StoredReport, digest: string, by: EnteredBy): boolean =>
  saysSame(before.digest, digest) && before.by.account === by.account

const submissionTaken = (): Refused =>
  refused('submissionTaken', 'this submission said something else before')

function refusalOf(
  input: HouseholdReport,
  found: HouseholdDocument,
  by: EnteredBy,
  now: Date,
): Refused | undefined {
  const faults = reportFaults(input, found, by, (code) => regionNames(code) !== null)
  if (Object.keys(faults).length > 0) {
    return refused('invalidInput', 'some answers name what does not exist', faults)
  }
  const retryAfter = secondsToWait(found.days, now)
  if (retryAfter === 0) return undefined
  const { error, ...refusal } = refused('tooOften', 'more reports than one household needs')
  return { ...refusal, error: { ...error, retryAfter } }
}
