import { concernsOf, contacts, usualReporting, type Reportable } from '@contract/reportingRules'
import { symptoms } from '@contract/returneeAnswers'

const said = (changes: Partial<Reportable> = {}): Reportable => ({
  temperature: 36.5,
  symptoms: [],
  contacts: [],
  test: null,
  ...changes,
})
const concerns = (changes: Partial<Reportable>, rules = usualReporting) => concernsOf(said(changes), rules)

describe('why a report cannot wait', () => {
  it('is nothing where all is well', () => {
    expect(concerns({})).toEqual([])
    expect(concerns({ temperature: null, test: { result: 'negative' } })).toEqual([])
  })

  it.each([
    [37.2, []],
    [37.3, ['fever']],
    [42.9, ['fever']],
  ])('at %s, where no policy says otherwise', (temperature, found) => {
    expect(concerns({ temperature })).toEqual(found)
  })

  it.each([
    [37.3, []],
    [37.4, []],
    [37.5, ['fever']],
  ])('at %s, under a policy of 37.5', (temperature, found) => {
    expect(concerns({ temperature }, { ...usualReporting, feverFrom: 37.5 })).toEqual(found)
  })

  it.each(symptoms)('is the symptom %s, where it alarms and only there', (symptom) => {
    expect(concerns({ symptoms: [symptom] })).toEqual(['symptoms'])
    const rules = { ...usualReporting, symptoms: [{ symptom, alarming: false }] }
    expect(concerns({ symptoms: [symptom] }, rules)).toEqual([])
  })

  it('is no symptom that the policy does not ask for', () => {
    const rules = { ...usualReporting, symptoms: [{ symptom: 'cough', alarming: true } as const] }
    expect(concerns({ symptoms: ['rash'] }, rules)).toEqual([])
    expect(concerns({ symptoms: ['rash', 'cough'] }, rules)).toEqual(['symptoms'])
  })

  it.each(contacts)('is contact with %s, unless the policy does not mind', (contact) => {
    expect(concerns({ contacts: [contact] })).toEqual(['contact'])
    expect(concerns({ contacts: [contact] }, { ...usualReporting, contactAlarms: false })).toEqual([])
  })

  it.each([
    ['positive', ['positiveTest']],
    ['pending', []],
    ['negative', []],
  ] as const)('with a test that is %s', (result, found) => {
    expect(concerns({ test: { result } })).toEqual(found)
  })

  it('is all of them, the gravest last', () => {
    const everything = {
      temperature: 38,
      symptoms: ['cough'],
      contacts: ['case'],
      test: { result: 'positive' },
    } as const
    expect(concerns(everything)).toEqual(['fever', 'symptoms', 'contact', 'positiveTest'])
  })
})
