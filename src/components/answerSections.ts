import type { Day } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import type { RegistrationAnswers } from '@contract/returnee'
import { words } from '@/words'

const said = words.registration

export type AnswerSectionName = keyof typeof said.section

export interface AnswerRow {
  label: string
  /** Lines of text, one below the other. */
  lines: string[]
  /** A number that can be called, when the row shows one. */
  phone?: string
}

export interface AnswerSection {
  name: AnswerSectionName
  title: string
  rows: AnswerRow[]
}

/** An answer that was left blank is not shown, except where saying nothing is an answer itself. */
const row = (label: string, ...lines: string[]): AnswerRow => ({ label, lines: lines.filter(Boolean) })

type Document = RegistrationAnswers['person']['document']

const documentLine = ({ kind, number }: Document): string =>
  number ? `${said.document[kind]} ${number}` : ''

const person = ({ person: { name, phone, document } }: RegistrationAnswers): AnswerRow[] => [
  row(said.answer.name, name),
  { ...row(said.answer.phone, phone), phone },
  row(said.answer.document, documentLine(document)),
]

const household = (
  { household: { door } }: RegistrationAnswers,
  place: Pick<PlaceName, 'names'>,
): AnswerRow[] => [row(said.answer.place, place.names.join(' ')), row(said.answer.door, door)]

const transportLine = ({ by, number, plate }: RegistrationAnswers['transport']): string =>
  [said.transport[by], number, plate].filter(Boolean).join(' ')

const journey = (answers: RegistrationAnswers, regions: Record<string, string>, today: Day): AnswerRow[] => [
  row(said.answer.from, regions[answers.from.region] ?? answers.from.region, answers.from.detail),
  row(said.answer.leftOn, words.dates.dayInFull(answers.leftOn, today)),
  row(said.answer.arrivesOn, words.dates.dayInFull(answers.arrivesOn, today)),
  row(said.answer.transport, transportLine(answers.transport)),
]

const companion = (
  { name, relation, phone, document }: RegistrationAnswers['companions'][number],
  index: number,
): AnswerRow => ({
  ...row(
    said.answer.companion(index + 1),
    said.nameAndRelation(name, said.relation[relation]),
    phone,
    documentLine(document),
  ),
  phone,
})

const company = (answers: RegistrationAnswers, regions: Record<string, string>, today: Day): AnswerRow[] => [
  ...(answers.companions.length > 0
    ? answers.companions.map(companion)
    : [row(said.answer.companions, said.nothing.companions)]),
  row(
    said.answer.passed,
    ...(answers.passed.length > 0
      ? answers.passed.map(({ region, on }) => words.dates.dayInFull(on, today) + (regions[region] ?? region))
      : [said.nothing.passed]),
  ),
]

const testLines = ({ result, takenAt, pictures }: RegistrationAnswers['test'], today: Day): string[] => {
  if (result === 'none') return [said.testResult.none]
  const pictured = pictures.length > 0 ? words.pictures.count(pictures.length) : ''
  return [said.testResult[result], words.dates.minute(takenAt, today), pictured]
}

const health = ({ symptoms, test, vaccination, note }: RegistrationAnswers, today: Day): AnswerRow[] => [
  row(
    said.answer.symptoms,
    symptoms.length > 0
      ? symptoms.map((one) => said.symptom[one]).join(words.app.list)
      : said.nothing.symptoms,
  ),
  row(said.answer.test, ...testLines(test, today)),
  row(said.answer.vaccination, vaccination === 'unknown' ? '' : said.vaccination[vaccination]),
  row(said.answer.note, note),
]

/** All answers of a registration in the order of the form, in words. `regions` names the official codes. */
export const answerSections = (
  answers: RegistrationAnswers,
  regions: Record<string, string>,
  place: Pick<PlaceName, 'names'>,
  today: Day,
): AnswerSection[] => {
  const rows: Record<AnswerSectionName, AnswerRow[]> = {
    person: person(answers),
    household: household(answers, place),
    journey: journey(answers, regions, today),
    company: company(answers, regions, today),
    health: health(answers, today),
  }
  return (Object.keys(rows) as AnswerSectionName[]).map((name) => ({
    name,
    title: said.section[name],
    rows: rows[name].filter(({ lines }) => lines.length > 0),
  }))
}
