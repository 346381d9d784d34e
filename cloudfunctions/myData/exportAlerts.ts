import { minuteOf } from '@contract/calendar'
import type { AlertReport } from '@contract/healthAlerts'
import { openedSecrets, reportsView, type HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import { residentName } from '@kernel/placeDocument'
import { lastDayBefore } from './erasureRules'
import { exportWords as words } from './exportWords'

/** How somebody said they were, in one line. */
const reportText = ({ on, temperature, symptoms, contacts, test, concerns }: AlertReport): string =>
  [
    on,
    temperature === null ? '' : words.answer.temperature(temperature),
    ...symptoms.map((one) => words.symptom[one]),
    ...contacts.map((one) => words.contact[one]),
    test ? words.testResult[test] : '',
    ...concerns.map((one) => words.concern[one]),
  ]
    .filter((text) => text !== '')
    .join(words.list)

/** One episode of being unwell, as whoever reported it reads it. */
export const alertRows = (found: HealthAlertCase): string[][] => {
  const { name, phone, door } = openedSecrets(found)
  const said = words.answer
  const lines: [string, string][] = [
    [said.status, words.alertStatus[found.status]],
    [said.openedAt, minuteOf(found.openedAt)],
    [said.keepUntil, lastDayBefore(found.keepUntil)],
    [said.name, name],
    [said.phone, phone],
    [said.place, residentName(found.at, found.place).names.join(' ')],
    [said.door, door],
    ...reportsView(found.body).map((report, index): [string, string] => [
      said.report(index + 1),
      reportText(report),
    ]),
    [said.ending, found.body.ending ? words.ending[found.body.ending] : ''],
  ]
  return lines.filter(([, text]) => text !== '').map(([field, text]) => [found._id, field, text])
}
