import type { RegistrationAnswers } from '@contract/returnee'
import { answerFaults } from '../../cloudfunctions/returnee/returneeRules'

describe('answers that name what does not exist', () => {
  const answers = {
    household: { place: 'p', door: '' },
    from: { region: '1', detail: '' },
    passed: [
      { region: '2', on: '' },
      { region: '3', on: '' },
    ],
  } as unknown as RegistrationAnswers

  it('are named by their paths', () => {
    expect(answerFaults(answers, null, (code) => code === '2')).toEqual({
      'answers.household.place': 'placeUnknown',
      'answers.from.region': 'regionUnknown',
      'answers.passed.1.region': 'regionUnknown',
    })
  })
  it.each([
    ['street', 'placeTooWide'],
    ['community', 'placeTooWide'],
    ['grid', 'placeTooWide'],
    ['compound', undefined],
    ['building', undefined],
    ['unit', undefined],
    ['household', 'placeIsDoor'],
  ] as const)('at a %s: %s', (level, fault) => {
    expect(answerFaults(answers, { level }, () => true)['answers.household.place']).toBe(fault)
  })
})
