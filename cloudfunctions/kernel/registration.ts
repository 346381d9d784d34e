import type { Outcome, Purpose, RegistrationAnswers, ReturneeStatus } from '@contract/returnee'
import { regionKeys } from '@contract/regionCodes'
import { regionName } from './assessment/assessRegistration'
import { caseContext, type Case } from './caseEvents'
import { maskDocument, maskDoor, maskName, maskNumbers, maskPhone, maskPlate } from './masking'
import type { Sealer } from './seal'
import type { Sealed } from './sealed'

type Test = RegistrationAnswers['test']

/** Every secret sealed; without pictures or vaccination where they were stored before anybody was asked for these. */
type StoredAnswers = Omit<RegistrationAnswers, 'test' | 'vaccination'> & {
  test: Omit<Test, 'pictures'> & Partial<Pick<Test, 'pictures'>>
} & Partial<Pick<RegistrationAnswers, 'vaccination'>>

/** What a registration keeps besides the envelope. */
export interface RegistrationBody {
  purpose: Purpose
  answers: StoredAnswers
  /** What the rules say, as last assessed; null where no policy applied, absent where there was none yet anywhere. */
  expected?: Outcome | null
  /** What is in force. */
  outcome: Outcome | null
}

export type RegistrationCase = Case<RegistrationBody, ReturneeStatus>

const masks = {
  name: maskName,
  phone: maskPhone,
  document: maskDocument,
  door: maskDoor,
  plate: maskPlate,
  words: maskNumbers,
}

type Secret = keyof typeof masks

/** Applies `change` to every secret of the answers: the one list of what is secret in a registration. */
const eachSecret = <Answers extends StoredAnswers>(
  answers: Answers,
  change: (text: string, secret: Secret) => string,
): Answers => {
  const given = (text: string, secret: Secret) => (text === '' ? '' : change(text, secret))
  const identity = <P extends RegistrationAnswers['person']>(person: P): P => ({
    ...person,
    name: given(person.name, 'name'),
    phone: given(person.phone, 'phone'),
    document: { ...person.document, number: given(person.document.number, 'document') },
  })
  return {
    ...answers,
    person: identity(answers.person),
    household: { ...answers.household, door: given(answers.household.door, 'door') },
    from: { ...answers.from, detail: given(answers.from.detail, 'words') },
    transport: {
      ...answers.transport,
      // Usually a train; but people write a telephone number wherever there is room.
      number: given(answers.transport.number, 'words'),
      plate: given(answers.transport.plate, 'plate'),
    },
    companions: answers.companions.map(identity),
    note: given(answers.note, 'words'),
  }
}

export const sealAnswers = (answers: RegistrationAnswers, id: string, sealer: Sealer): RegistrationAnswers =>
  eachSecret(answers, (text) => sealer.seal(text, caseContext(id)))

export const openAnswers = (answers: StoredAnswers, id: string, sealer: Sealer): RegistrationAnswers => {
  const opened = eachSecret(answers, (text) => sealer.open(text as Sealed, caseContext(id)))
  const { vaccination = 'unknown', ...said } = opened
  return { ...said, vaccination, test: { ...opened.test, pictures: picturesOf(answers) } }
}

/** The ids of the pictures, which are no secret. */
export const picturesOf = ({ test }: StoredAnswers): string[] => test.pictures ?? []

/** The ids of all pictures that the answers name or named before they were amended. */
export const picturesEverNamed = ({ body, history }: Pick<RegistrationCase, 'body' | 'history'>): string[] =>
  [body, ...history.map(({ before }) => before as Partial<RegistrationBody> | null)].flatMap((stored) =>
    stored?.answers ? picturesOf(stored.answers) : [],
  )

/** Of clear answers. */
export const maskAnswers = (answers: RegistrationAnswers): RegistrationAnswers =>
  eachSecret(answers, (text, secret) => masks[secret](text))

type Route = Pick<RegistrationAnswers, 'from' | 'passed'>

const codesIn = ({ from, passed }: Route): string[] => [from.region, ...passed.map(({ region }) => region)]

/** The names of all official codes in the answers. */
export const regionsOf = (answers: Route): Record<string, string> =>
  Object.fromEntries(codesIn(answers).map((code) => [code, regionName(code)]))

/** What a new list finds the case by. */
export const regionKeysOf = (answers: Route): string[] => regionKeys(codesIn(answers))

/** What lists show of a registration, none of it secret. */
export const briefOf = (answers: RegistrationAnswers): RegistrationCase['brief'] => ({
  from: regionName(answers.from.region),
  arrivesOn: answers.arrivesOn,
  people: 1 + answers.companions.length,
})
