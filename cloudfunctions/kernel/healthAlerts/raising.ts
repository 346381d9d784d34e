import { healthAlertMachine, type HealthAlertEvent, type HealthAlertStatus } from '@contract/healthAlerts'
import { advanced, opened, type Happening } from '../caseEvents'
import { readCase, storeCase, writeAdvance } from '../cases'
import { holdsInForce, keepHeld } from '../deletion/holding'
import type { HouseholdDocument, MemberDocument } from '../households/householdDocument'
import { roleToAct } from '../machines'
import type { PlaceDocument } from '../placeDocument'
import { isWorse, openingDue } from './episodeRules'
import {
  alertBrief,
  episodeId,
  identityIn,
  withReport,
  type HealthAlertBody,
  type HealthAlertCase,
  type IncomingReport,
} from './healthAlert'
import { tellOfEpisode } from './tellOfAlert'

/** Which episode it is, to be kept with the person. */
export type Episode = NonNullable<MemberDocument['episode']>

/** A person's report that cannot wait, with the household as it was read, and its place. */
interface Unwell {
  household: HouseholdDocument
  person: MemberDocument
  report: IncomingReport
  where: PlaceDocument
  now: Date
}

/**
 * Adds a report of somebody unwell to their open episode, or begins a new one, and tells whoever must open it. The same
 * submission is one entry, however often it arrives and whatever failed after it: the household may be written later, or
 * not at all. One database request for somebody's first episode, two for whatever follows; more where the household has
 * moved, or where those above are told.
 */
export async function raiseOrAddTo(
  household: HouseholdDocument,
  person: MemberDocument,
  report: IncomingReport,
  where: PlaceDocument,
  now: Date,
): Promise<Episode> {
  const unwell = { household, person, report, where, now }
  const { episode } = person
  if (episode && (await addTo(episode.case, unwell))) return episode
  return beginFrom((episode?.number ?? 0) + 1, unwell)
}

/** The episode of this number or, where it has ended although the household does not know of it, the next. */
async function beginFrom(number: number, unwell: Unwell): Promise<Episode> {
  const { household, person, where } = unwell
  const episode = { case: episodeId(person.id, number), number }
  const alert = newEpisode(episode, unwell)
  if ((await storeCase(alert)) === 'stored') {
    await tellOfEpisode('raise', alert, where, household)
    return episode
  }
  return (await addTo(episode.case, unwell)) ? episode : beginFrom(number + 1, unwell)
}

function newEpisode({ case: id, number }: Episode, unwell: Unwell): HealthAlertCase {
  const { household, person, report, now } = unwell
  const reported = withReport({ reports: [], isEmergency: false }, report, household._id, id)
  return opened<HealthAlertBody, HealthAlertStatus>(
    healthAlertMachine,
    {
      _id: id,
      owner: report.by.actor === 'owner' ? report.by.account : null,
      at: household.at,
      place: household.place,
      subject: { person: person.id, display: person.display },
      regions: [],
      brief: alertBrief(reported),
      body: {
        ...{ household: household._id, person: person.id, number, ending: null },
        ...identityIn(household, person, id),
        ...reported,
      },
    },
    openingDue(now),
    happening(report, now),
    1,
  )
}

const happening = ({ submission, digest, by }: IncomingReport, now: Date): Happening => ({
  at: now,
  submission,
  digest,
  by,
})

/** False where the episode is closed or no more. */
async function addTo(id: string, unwell: Unwell): Promise<boolean> {
  const { household, report, where, now } = unwell
  const current = await readCase<HealthAlertBody, HealthAlertStatus>('healthAlert', id)
  if (!current) return false
  if (current.history.some(({ submission }) => submission === report.submission)) return true
  if (current.status === 'closed') return false

  const isGraver = isWorse(report, current.body.reports)
  const event: HealthAlertEvent = isGraver && current.status === 'seen' ? 'worsen' : 'again'
  const hasMoved = current.place.id !== household.place.id
  if (hasMoved) await keepHeld('cases', current, household.at, await holdsInForce(now))
  const advance = advanced(healthAlertMachine, current, event, happening(report, now), {
    changes: { ...changesOf(current, unwell), ...(hasMoved && { at: household.at, place: household.place }) },
    // Whoever it was handed to may have no right at the new place.
    ...(hasMoved && { assignee: null, role: roleToAct(current) }),
    ...(event === 'worsen' && { dueAt: openingDue(now), urgency: 1 }),
  })
  if (!(await writeAdvance(current, advance))) return addTo(id, unwell)
  const after = { ...current, ...advance.set }
  // At the new place nobody has heard of it.
  if (isGraver || hasMoved) await tellOfEpisode(isGraver ? 'worsen' : 'raise', after, where, household)
  return true
}

function changesOf({ _id, body }: HealthAlertCase, { household, person, report }: Unwell) {
  const reported = withReport(body, report, household._id, _id)
  return {
    subject: { person: person.id, display: person.display },
    brief: alertBrief(reported),
    body: { ...body, ...identityIn(household, person, _id), ...reported },
  }
}
