import type { ErrorCode } from '@contract'
import { reportLimits } from '@contract/selfReport'

/** A report that somebody sends; `says` stands for all that it says. */
export interface Report {
  account: string
  submission: string
  says: string
}

export interface AnsweredReport {
  report: Report
  answer: 'ok' | ErrorCode
}

/** A household as it is stored: how often it was changed, and its reports, whatever day they tell of. */
export interface StoredReports {
  version: number
  reports: readonly Report[]
}

const isSame = (one: Report, other: Report): boolean =>
  one.submission === other.submission && one.account === other.account && one.says === other.says

/** What becomes of a report when these are there, all of the last minute. */
function outcomeOf(
  report: Report,
  there: readonly Report[],
  family: readonly string[],
): AnsweredReport['answer'] {
  if (!family.includes(report.account)) return 'notFound'
  const before = there.find(({ submission }) => submission === report.submission)
  if (before) return isSame(before, report) ? 'ok' : 'submissionTaken'
  return there.length >= reportLimits.aMinute ? 'tooOften' : 'ok'
}

/**
 * What cannot be explained by any order in which reports sent at the same moment may have arrived; none where one explains
 * it. All are of the last minute, and nothing else changes the household.
 */
export function unexplainedReports(
  before: StoredReports,
  sent: readonly AnsweredReport[],
  after: StoredReports,
  family: readonly string[],
): string[] {
  const arrived = after.reports.filter((report) => !before.reports.some((other) => isSame(report, other)))
  const lost = before.reports.filter((report) => !after.reports.some((other) => isSame(report, other)))
  const submissions = new Set(after.reports.map(({ submission }) => submission))
  return [
    ...lost.map(({ submission }) => `report ${submission} is gone`),
    ...(submissions.size === after.reports.length ? [] : ['a report stands there twice']),
    ...(after.version - before.version === arrived.length
      ? []
      : [`${after.version - before.version} changes for ${arrived.length} reports`]),
    ...(after.reports.length <= reportLimits.aMinute ? [] : ['there are more than may come in a minute']),
    ...arrived.flatMap((report) => ofArrived(report, sent)),
    ...sent.flatMap((one) => ofAnswer(one, before, after, arrived, family)),
  ]
}

function ofArrived(report: Report, sent: readonly AnsweredReport[]): string[] {
  const senders = sent.filter((one) => isSame(one.report, report))
  if (senders.length === 0) return [`report ${report.submission} was sent by nobody`]
  return senders.every(({ answer }) => answer === 'ok') ? [] : [`report ${report.submission} was refused`]
}

function ofAnswer(
  { report, answer }: AnsweredReport,
  before: StoredReports,
  after: StoredReports,
  arrived: readonly Report[],
  family: readonly string[],
): string[] {
  const isThere = after.reports.some((other) => isSame(other, report))
  if (answer === 'ok') return isThere ? [] : [`report ${report.submission} was acknowledged and is not there`]
  // Any of the others may have arrived before it, or none.
  const others = arrived.filter((other) => !isSame(other, report))
  const outcomes = [before.reports, [...before.reports, ...others]].map((there) =>
    outcomeOf(report, there, family),
  )
  return outcomes.includes(answer)
    ? []
    : [`report ${report.submission} was answered ${answer}; it could have been ${outcomes.join(' or ')}`]
}
