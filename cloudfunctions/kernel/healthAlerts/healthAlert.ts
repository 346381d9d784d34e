import type { Day } from '@contract/calendar'
import type { AlertReport, Ending, HealthAlertStatus } from '@contract/healthAlerts'
import { isEmergency } from '@contract/reportingRules'
import { caseContext, type Case } from '../caseEvents'
import { derivedId } from '../derivedId'
import {
  householdContext,
  type EnteredBy,
  type HouseholdDocument,
  type MemberDocument,
  type StoredPersonReport,
  type StoredReport,
} from '../households/householdDocument'
import { ownSealer } from '../seal'
import type { Sealed } from '../sealed'

/** A person's report as it comes to their episode, its note sealed for the household. */
export type IncomingReport = StoredPersonReport &
  Pick<StoredReport, 'submission' | 'digest' | 'at' | 'how'> & { by: EnteredBy; on: Day }

/** The same as the case keeps it, its note sealed for the case. */
export interface KeptReport extends Pick<
  IncomingReport,
  'submission' | 'on' | 'at' | 'how' | 'temperature' | 'symptoms' | 'contacts' | 'concerns' | 'note'
> {
  test: AlertReport['test']
  by: AlertReport['by']
}

/** What an episode keeps besides the envelope. What is sealed belongs to the case; '' where nothing was given. */
export interface HealthAlertBody {
  household: string
  /** Whose episode it is, and which of theirs, counted from 1. */
  person: string
  number: number
  name: Sealed
  phone: Sealed | ''
  door: Sealed
  document: Sealed | ''
  /** The newest last; at most {@link REPORTS_KEPT}. */
  reports: KeptReport[]
  /** Has been one at any time. */
  isEmergency: boolean
  ending: Ending | null
}

export type HealthAlertCase = Case<HealthAlertBody, HealthAlertStatus>

/** Whether a case is about somebody who lives in one of these households. */
export const isEpisodeIn = (
  households: readonly Pick<HouseholdDocument, '_id'>[],
  { kind, body }: Pick<Case, 'kind' | 'body'>,
): boolean =>
  kind === 'healthAlert' && households.some(({ _id }) => _id === (body as HealthAlertBody).household)

export const REPORTS_KEPT = 30

/** Two who report the same person at once make one case. */
export const episodeId = (person: string, number: number): string =>
  derivedId({ healthAlert: person, number })

const sealedAnew = <Text extends Sealed | ''>(text: Text, household: string, id: string): Text => {
  const sealer = ownSealer()
  return (text && sealer.seal(sealer.open(text, householdContext(household)), caseContext(id))) as Text
}

/** Who it is about and where to find them, as the household has it now. */
export const identityIn = (
  { _id: household, door }: HouseholdDocument,
  { name, phone, document }: MemberDocument,
  id: string,
): Pick<HealthAlertBody, 'name' | 'phone' | 'door' | 'document'> => ({
  name: sealedAnew(name, household, id),
  phone: sealedAnew(phone, household, id),
  door: sealedAnew(door, household, id),
  document: sealedAnew(document.number, household, id),
})

/** The reports of an episode with one more. */
export const withReport = (
  before: Pick<HealthAlertBody, 'reports' | 'isEmergency'>,
  { submission, on, at, how, by, temperature, symptoms, contacts, concerns, note, test }: IncomingReport,
  household: string,
  id: string,
): Pick<HealthAlertBody, 'reports' | 'isEmergency'> => {
  const kept: KeptReport = {
    ...{ submission, on, at, how, temperature, symptoms, contacts, concerns },
    note: sealedAnew(note, household, id),
    test: test?.result ?? null,
    by: { role: by.actor, name: by.name },
  }
  const reports = [...before.reports, kept].slice(-REPORTS_KEPT)
  return { reports, isEmergency: before.isEmergency || isEmergency(kept) }
}

/** What lists show of it, none of it secret. */
export const alertBrief = ({
  reports,
  isEmergency: is,
}: Pick<HealthAlertBody, 'reports' | 'isEmergency'>): HealthAlertCase['brief'] => {
  const last = reports[reports.length - 1]
  const temperature = last?.temperature
  return {
    ...(typeof temperature === 'number' && { temperature }),
    concerns: last?.concerns.join(' ') ?? '',
    isEmergency: is ? 1 : 0,
  }
}

/** What was reported, the newest first, without what the family wrote. */
export const reportsView = ({ reports }: Pick<HealthAlertBody, 'reports'>): AlertReport[] =>
  [...reports].reverse().map(({ on, at, how, by, temperature, symptoms, contacts, concerns, test }) => ({
    ...{ on, at: at.toISOString(), how, by, temperature, symptoms, contacts, concerns, test },
  }))

/** All that is sealed, in clear text; of the notes those that say something, the newest first. */
export const openedSecrets = ({ _id, body }: Pick<HealthAlertCase, '_id' | 'body'>) => {
  const open = (text: Sealed | ''): string => text && ownSealer().open(text, caseContext(_id))
  return {
    name: open(body.name),
    phone: open(body.phone),
    door: open(body.door),
    document: open(body.document),
    notes: body.reports.flatMap(({ note }) => (note ? [open(note)] : [])).reverse(),
  }
}
