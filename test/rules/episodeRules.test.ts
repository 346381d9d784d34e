import { concernsOf, usualReporting, type Reportable } from '@contract/reportingRules'
import { instantAt } from '@contract/calendar'
import { handlingDue, isWorse, nextLookDue, openingDue } from '@kernel/healthAlerts/episodeRules'

const said = (changes: Partial<Reportable>) => {
  const report = { temperature: null, symptoms: [], contacts: [], test: null, ...changes }
  return { ...report, concerns: concernsOf(report, usualReporting) }
}

const fever = said({ temperature: 38.2 })
const cough = said({ symptoms: ['cough'] })

describe('a report is worse than those before it', () => {
  it.each([
    ['it brings a fever to a cough', said({ temperature: 37.3, symptoms: ['cough'] }), [cough]],
    ['it brings a contact', said({ contacts: ['case'] }), [fever]],
    ['it brings a positive test', said({ temperature: 38.2, test: { result: 'positive' } }), [fever]],
    ['the fever is half a degree higher', said({ temperature: 38.7 }), [fever]],
    ['the fever is half a degree above 37.4', said({ temperature: 37.9 }), [said({ temperature: 37.4 })]],
    ['breathing has become difficult', said({ symptoms: ['breathless'] }), [cough]],
    ['the fever has become very high, by little', said({ temperature: 39.5 }), [said({ temperature: 39.4 })]],
  ])('when %s', (_, report, before) => {
    expect(isWorse(report, before)).toBe(true)
  })

  it.each([
    ['it says the same', fever, [fever]],
    ['the fever is less than half a degree higher', said({ temperature: 38.6 }), [fever]],
    ['the fever comes back to what it was', fever, [fever, said({ temperature: 37.5 })]],
    ['another alarming symptom joins', said({ symptoms: ['cough', 'diarrhoea'] }), [cough]],
    ['a temperature is measured that is none', said({ temperature: 36.5, symptoms: ['cough'] }), [cough]],
    [
      'a temperature rises that is still none',
      said({ temperature: 37.2, symptoms: ['cough'] }),
      [said({ temperature: 36.2, symptoms: ['cough'] })],
    ],
    [
      'breathing is still difficult',
      said({ symptoms: ['breathless'] }),
      [said({ symptoms: ['breathless'] }), cough],
    ],
  ])('but not when %s', (_, report, before) => {
    expect(isWorse(report, before)).toBe(false)
  })
})

describe('an episode is due', () => {
  const night = instantAt('2024-02-28', 23)

  it('to be opened within half an hour, also at night', () => {
    expect(openingDue(night)).toEqual(new Date(night.getTime() + 1_800_000))
  })

  it('to be dealt with within two hours of being opened, also at night', () => {
    expect(handlingDue(night)).toEqual(instantAt('2024-02-29', 1))
  })

  it('to be looked at again at ten the next morning, by the calendar of China', () => {
    expect(nextLookDue(night)).toEqual(instantAt('2024-02-29', 10))
    expect(nextLookDue(instantAt('2024-02-29', 0))).toEqual(instantAt('2024-03-01', 10))
  })
})
