import { dayOf, minuteOf } from '@contract/calendar'
import type { IdentityDocument } from '@contract/cases'
import { retentionDays } from '@contract/keeping'
import type { RegistrationAnswers, ReturneeStatus } from '@contract/returnee'
import { regionName } from '@kernel/assessment/assessRegistration'
import type { Case } from '@kernel/caseEvents'
import { timelineView } from '@kernel/caseViews'
import type { TextCheckCase } from '@kernel/checking/textCheck'
import type { HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import { machines } from '@kernel/machines'
import { personContext, type PersonDocument } from '@kernel/people'
import { residentName } from '@kernel/placeDocument'
import type { PictureDocument } from '@kernel/pictures/pictureDocument'
import { openAnswers, type RegistrationBody } from '@kernel/registration'
import { ownSealer } from '@kernel/seal'
import type { TextSheet } from '@kernel/writeSpreadsheet'
import { alertRows } from './exportAlerts'
import { lastDayBefore } from './erasureRules'
import { householdSheets } from './exportHouseholds'
import { textCheckRows } from './exportTextChecks'
import { exportWords as words } from './exportWords'
import { openedCopy } from './openedCopy'
import { outcomeLines } from './outcomeLines'
import type { Belongings } from './ownCases'

/** Everything about one account, as its owner reads it. */
export const sheetsOf = (
  { account, cases, people, pictures, households }: Belongings,
  now: Date,
): TextSheet[] => [
  about(now),
  {
    name: words.sheets.answers,
    widths: [40, 16, 60],
    rows: [words.columns.answers, ...cases.flatMap(answerRows)],
  },
  {
    name: words.sheets.timeline,
    widths: [40, 18, 20, 22, 60],
    rows: [words.columns.timeline, ...cases.flatMap(timelineRows)],
  },
  {
    name: words.sheets.people,
    widths: [14, 18, 30, 40, 20, 40],
    rows: [words.columns.people, ...people.map(personRow)],
  },
  ...householdSheets(households, account),
  {
    name: words.sheets.pictures,
    widths: [40, 40, 18],
    rows: [words.columns.pictures, ...pictures.map(pictureRow)],
  },
]

const about = (now: Date): TextSheet => ({
  name: words.sheets.about,
  widths: [16, 80],
  rows: [
    [words.about.title, ''],
    [words.about.madeAt, minuteOf(now)],
    [words.about.content, words.about.contentNote],
    [words.about.keep, words.about.keepNote(retentionDays.returnee)],
    [words.about.law, words.about.lawNote],
  ],
})

function answerRows(found: Case): string[][] {
  if (found.kind === 'healthAlert') return alertRows(found as HealthAlertCase)
  return found.kind === 'textCheck' ? textCheckRows(found as TextCheckCase) : registrationRows(found)
}

const registrationRows = (found: Case): string[][] => {
  const body = found.body as RegistrationBody
  const answers = openAnswers(body.answers, found._id, ownSealer())
  const said = words.answer
  const lines: [string, string][] = [
    [said.status, words.status[found.status as ReturneeStatus]],
    [said.openedAt, minuteOf(found.openedAt)],
    [said.keepUntil, lastDayBefore(found.keepUntil)],
    ...outcomeLines(body),
    ...personLines(answers),
    [said.place, residentName(found.at, found.place).names.join(' ')],
    [said.door, answers.household.door],
    ...journeyLines(answers),
    ...healthLines(answers),
  ]
  return lines.filter(([, text]) => text !== '').map(([name, text]) => [found._id, name, text])
}

const documentText = ({ kind, number }: IdentityDocument): string =>
  number === '' ? '' : `${words.document[kind]} ${number}`

const personLines = ({ person, companions }: RegistrationAnswers): [string, string][] => [
  [words.answer.name, person.name],
  [words.answer.phone, person.phone],
  [words.answer.document, documentText(person.document)],
  ...companions.map(({ name, relation, phone, document }, index): [string, string] => [
    words.answer.companion(index + 1),
    [name, words.relation[relation], phone, documentText(document)].filter((text) => text !== '').join(' '),
  ]),
]

const journeyLines = ({
  from,
  leftOn,
  arrivesOn,
  transport,
  passed,
}: RegistrationAnswers): [string, string][] => [
  [words.answer.from, `${regionName(from.region)} ${from.detail}`.trim()],
  [words.answer.leftOn, leftOn],
  [words.answer.arrivesOn, arrivesOn],
  [words.answer.transport, `${words.transport[transport.by]} ${transport.number}`.trim()],
  [words.answer.plate, transport.plate],
  [words.answer.passed, passed.map(({ region, on }) => `${on} ${regionName(region)}`).join(words.list)],
]

const healthLines = ({ test, symptoms, vaccination, note }: RegistrationAnswers): [string, string][] => [
  [words.answer.test, `${words.testResult[test.result]} ${test.takenAt}`.trim()],
  [words.answer.pictures, test.pictures.join(' ')],
  [words.answer.symptoms, symptoms.map((one) => words.symptom[one]).join(words.list)],
  [words.answer.vaccination, words.vaccination[vaccination]],
  [words.answer.note, note],
]

const timelineRows = (found: Case): string[][] =>
  timelineView(machines[found.kind], found, 'owner').map(({ at, actor, name, event, words: said }) => [
    found._id,
    minuteOf(at),
    `${words.actor[actor]} ${name ?? ''}`.trim(),
    words.event[event as keyof typeof words.event] ?? words.otherEvent,
    said ?? '',
  ])

const personRow = (person: PersonDocument): string[] => {
  const { name, phone, document, household } = openedCopy(person, personContext(person._id))
  return [name, phone, documentText(document), household.place.names.join(' '), household.door, person.case]
}

const pictureRow = ({ _id, case: of, addedAt }: PictureDocument): string[] => [_id, of ?? '', dayOf(addedAt)]
