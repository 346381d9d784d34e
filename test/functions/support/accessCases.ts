import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { CaseKind } from '@contract/cases'
import {
  healthAlertMachine,
  type HealthAlertEvent,
  type HealthAlertStatus,
} from '@contract/healthAlertMachine'
import { lookAlertMachine } from '@contract/looks'
import type { Machine } from '@contract/machine'
import {
  outcomeDetail,
  outcomeOf,
  registrationAnswers,
  returneeMachine,
  type ReturneeEvent,
  type ReturneeStatus,
} from '@contract/returnee'
import { textCheckMachine, type TextCheckEvent, type TextCheckStatus } from '@contract/textCheckMachine'
import { tipMachine, type TipEvent, type TipStatus } from '@contract/tipMachine'
import { advanced, caseContext, opened, type By, type Case, type Happening } from '@kernel/caseEvents'
import type { TextCheckBody, TextCheckCase } from '@kernel/checking/textCheck'
import { identityIn, type HealthAlertBody, type HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import type { MemberDocument } from '@kernel/households/householdDocument'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import { ownSealer } from '@kernel/seal'
import type { Clear } from '@kernel/sealed'
import { theTeller, type TipBody, type TipCase } from '@kernel/tips/tip'
import { sealAnswers, type RegistrationBody, type RegistrationCase } from '@kernel/registration'
import { answersOf, today } from './registrations'
import { householdAt } from './storedHousehold'

/** Whose registrations all of these are. */
export const OWNER = 'owner'

const decider: By = { actor: 'gridWorker', account: 'somebody-else', name: '别人' }
const now = () => new Date()
const soon = () => new Date(Date.now() + 3_600_000)

const openingAt = (place: PlaceDocument, owner: string) => ({
  _id: randomUUID() as string,
  owner,
  at: place.at,
  place: placeName(place),
  subject: { person: 'person', display: '方*棠' },
  regions: [],
  brief: {},
})

const answers = v.parse(registrationAnswers(today), answersOf())
const outcome = outcomeOf('homeObservation', 7, answers.arrivesOn)

const wayTo: Record<ReturneeStatus, ReturneeEvent[]> = {
  submitted: [],
  asked: ['ask'],
  accepted: ['accept'],
  tightening: ['accept', 'tighten'],
  reassessed: ['accept', 'reassess'],
  appealed: ['accept', 'appeal'],
  rejected: ['reject'],
  withdrawn: ['withdraw'],
}

const happening = () => ({ at: now(), submission: randomUUID() as string, digest: '', by: decider })

function registrationIn(status: ReturneeStatus, place: PlaceDocument): RegistrationCase {
  const opening = openingAt(place, OWNER)
  const sealed = sealAnswers(answers, opening._id, ownSealer())
  const body: RegistrationBody = { purpose: 'self', answers: sealed, expected: outcome, outcome: null }
  let current = opened<RegistrationBody, ReturneeStatus>(
    returneeMachine,
    { ...opening, body },
    soon(),
    happening(),
  )
  for (const event of wayTo[status]) {
    const detail: Happening['detail'] =
      event === 'appeal' ? { role: 'communityOfficer' } : outcomeDetail(outcome)
    const changes = event === 'accept' ? { body: { ...current.body, outcome } } : {}
    const what = { ...happening(), detail, words: '因为' }
    const { set, entry } = advanced(returneeMachine, current, event, what, { dueAt: soon(), changes })
    current = { ...current, ...set, history: [...current.history, entry] }
  }
  return current
}

const healthWayTo: Record<HealthAlertStatus, HealthAlertEvent[]> = {
  raised: [],
  escalated: ['escalate'],
  seen: ['see'],
  closed: ['see', 'close'],
}

/** Of the first person of a household there. */
function healthAlertIn(status: HealthAlertStatus, place: PlaceDocument): HealthAlertCase {
  const opening = openingAt(place, OWNER)
  const household = householdAt(place, OWNER)
  const [person] = household.members as [MemberDocument]
  const body: HealthAlertBody = {
    household: household._id,
    person: person.id,
    number: 1,
    ...identityIn(household, person, opening._id),
    reports: [],
    isEmergency: false,
    ending: null,
  }
  let current = opened<HealthAlertBody, HealthAlertStatus>(
    healthAlertMachine,
    { ...opening, body },
    soon(),
    happening(),
  )
  for (const event of healthWayTo[status]) {
    const what = { ...happening(), words: '因为' }
    const { set, entry } = advanced(healthAlertMachine, current, event, what, { dueAt: soon() })
    current = { ...current, ...set, history: [...current.history, entry] }
  }
  return current
}

/** So much has happened to a tip before it is in a status. */
const tipWayTo: Record<TipStatus, TipEvent[]> = {
  told: [],
  escalated: ['escalate'],
  seen: ['see'],
  confirmed: ['see', 'confirm'],
  known: ['see', 'alreadyKnown'],
  unfounded: ['see', 'refute'],
  undetermined: ['see', 'leaveOpen'],
  joined: ['join'],
  suspected: ['see', 'suspect'],
  accused: ['see', 'suspect', 'accuse'],
  malicious: ['see', 'suspect', 'accuse', 'condemn'],
  appealed: ['see', 'suspect', 'accuse', 'condemn', 'appeal'],
}

/** Of the receipt of which this is stored, or of none. */
export function tipIn(status: TipStatus, place: PlaceDocument, receipt?: string): TipCase {
  const opening = { ...openingAt(place, OWNER), owner: null, subject: { person: '', display: '其他' } }
  const body: TipBody = {
    receipt: receipt ?? opening._id,
    ...{ kind: 'other', kindName: '其他', opens: 'nothing' },
    seen: { on: today, part: null },
    words: ownSealer().seal('看到的事', caseContext(opening._id)),
    ...{ where: '', plate: '', pictures: [], visitPictures: [] },
    ...{ unchecked: false, rewarded: true, into: status === 'joined' ? randomUUID() : null, leadsTo: null },
  }
  const told = { ...happening(), by: theTeller }
  let current = opened<TipBody, TipStatus>(tipMachine, { ...opening, body }, soon(), told)
  for (const event of tipWayTo[status]) {
    const by = event === 'appeal' ? theTeller : decider
    const what = { ...happening(), by, words: '因为' as Clear }
    const { set, entry } = advanced(tipMachine, current, event, what, { dueAt: soon() })
    current = { ...current, ...set, history: [...current.history, entry] }
  }
  return current
}

const lookAlertAt = (place: PlaceDocument): Case =>
  opened(
    lookAlertMachine,
    {
      ...openingAt(place, OWNER),
      body: { post: 'post-looker', name: '别人', role: 'steward', place: placeName(place) },
    },
    soon(),
    happening(),
  )

const textWayTo: Record<TextCheckStatus, TextCheckEvent[]> = { open: [], kept: ['keep'], hidden: ['hide'] }

function textCheckIn(status: TextCheckStatus, place: PlaceDocument): TextCheckCase {
  const opening = openingAt(place, OWNER)
  const body: TextCheckBody = {
    ...{ action: 'note', doubt: 'review', writtenAt: now(), ids: [opening._id], standsIn: null },
    ...{ canHide: true, texts: [ownSealer().seal('看不懂的话', caseContext(opening._id))] },
  }
  let current = opened<TextCheckBody, TextCheckStatus>(
    textCheckMachine,
    { ...opening, body },
    soon(),
    happening(),
  )
  for (const event of textWayTo[status]) {
    const { set, entry } = advanced(textCheckMachine, current, event, { ...happening(), words: '因为' })
    current = { ...current, ...set, history: [...current.history, entry] }
  }
  return current
}

const cases: Record<CaseKind, (place: PlaceDocument, status: string) => Case> = {
  returnee: (place, status) => registrationIn(status as ReturneeStatus, place),
  healthAlert: (place, status) => healthAlertIn(status as HealthAlertStatus, place),
  tip: (place, status) => tipIn(status as TipStatus, place),
  lookAlert: (place) => lookAlertAt(place),
  textCheck: (place, status) => textCheckIn(status as TextCheckStatus, place),
}

/** A new case there, in a status in which the event may come about. */
export const caseBefore = (machine: Machine, event: string, place: PlaceDocument): Case =>
  cases[machine.kind as CaseKind](place, machine.events[event]?.from[0] ?? '')
