import { minuteOf } from '@contract/calendar'
import { regionName } from '@kernel/assessment/assessRegistration'
import { householdContext, type HouseholdDocument } from '@kernel/households/householdDocument'
import { maskNumbers } from '@kernel/masking'
import { residentName } from '@kernel/placeDocument'
import type { TextSheet } from '@kernel/writeSpreadsheet'
import { exportWords as words } from './exportWords'
import { openedCopy } from './openedCopy'

/**
 * The people, reports and calls of the households that an account reports for; documents only where it has typed them,
 * and what staff wrote of a call as the family reads it.
 */
export function householdSheets(households: readonly HouseholdDocument[], account: string): TextSheet[] {
  const opened = households.map((one) => openedCopy(one, householdContext(one._id)))
  return [
    {
      name: words.sheets.members,
      widths: [40, 14, 10, 18, 30, 40, 20, 24],
      rows: [words.columns.members, ...opened.flatMap((one) => memberRows(one, account))],
    },
    {
      name: words.sheets.reports,
      widths: [40, 14, 14, 10, 30, 24, 40, 20, 30, 20, 18],
      rows: [words.columns.reports, ...opened.flatMap(reportRows)],
    },
    {
      name: words.sheets.calls,
      widths: [40, 18, 24, 16, 14, 40],
      rows: [words.columns.calls, ...opened.flatMap(callRows)],
    },
  ]
}

const list = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(words.list)

const memberRows = ({ _id, at, place, door, members }: HouseholdDocument, account: string): string[][] =>
  members.map(({ name, relation, phone, document: { kind, number }, enteredBy, left }) => [
    _id,
    name,
    words.memberRelation[relation],
    phone,
    number && enteredBy === account ? `${words.document[kind]} ${number}` : '',
    residentName(at, place).names.join(' '),
    door,
    left ? `${left.on} ${words.leaving[left.why]}` : '',
  ])

const reportRows = ({ _id, days, members }: HouseholdDocument): string[][] => {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return days.flatMap(({ on, reports }) =>
    reports.flatMap(({ at, how, by, people }) =>
      people.map(({ person, temperature, symptoms, contacts, been, test, note }) => [
        _id,
        on,
        names.get(person) ?? '',
        temperature === null ? '' : words.answer.temperature(temperature),
        list(symptoms.map((one) => words.symptom[one])),
        list(contacts.map((one) => words.contact[one])),
        list(
          been.map(({ region, detail, first, last }) =>
            `${first} ${last} ${regionName(region)} ${detail}`.trim(),
          ),
        ),
        test ? `${words.testResult[test.result]} ${test.takenOn}` : '',
        note,
        by.name === null ? words.family : `${words.actor[by.actor]} ${by.name} ${words.how[how]}`,
        minuteOf(at),
      ]),
    ),
  )
}

const callRows = ({ _id, calls }: HouseholdDocument): string[][] =>
  calls.map(({ at, by, reason, isVisit, result, words: said }) => [
    _id,
    minuteOf(at),
    `${words.actor[by.role]} ${by.name}`,
    words.callReason[reason],
    result ? (isVisit ? words.visitResult : words.callResult)[result] : '',
    maskNumbers(said),
  ])
