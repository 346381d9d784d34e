import type { FamilyMember } from '@contract/people'
import type { RegistrationAnswers } from '@contract/returnee'
import {
  anchorOf,
  blankForm,
  faultsAt,
  faultsIn,
  faultsOfForm,
  fieldsOf,
  firstFaulty,
  stepOf,
  toggleSymptom,
  withKnownFromTip,
  withKnownHousehold,
  type RegistrationForm,
} from '@/pages/returnee/register/form'

const TODAY = '2026-11-20'

const answers: RegistrationAnswers = {
  person: { name: '方小棠', phone: '13800001234', document: { kind: 'residentId', number: '' } },
  household: { place: 'qinghe-1-1-1', door: '' },
  from: { region: '110105', detail: '' },
  leftOn: '2026-11-19',
  arrivesOn: TODAY,
  transport: { by: 'train', number: 'G1234', plate: '' },
  companions: [],
  passed: [],
  test: { result: 'none', takenAt: '', pictures: [] },
  symptoms: [],
  vaccination: 'unknown',
  note: '',
}
const filled: RegistrationForm = { purpose: 'self', answers }

const member = (place: string): FamilyMember => ({
  id: 'person-1',
  name: '方小棠',
  phone: '13800001234',
  document: null,
  household: { place: { id: place, level: 'compound', names: ['春晓东苑'] }, door: '2 单元 301' },
})

describe('a form with nothing answered', () => {
  it('is told of every question that must be answered, and of no other', () => {
    expect(Object.keys(faultsOfForm(blankForm('self'), TODAY)).sort()).toEqual([
      'answers.arrivesOn',
      'answers.from.region',
      'answers.household.place',
      'answers.leftOn',
      'answers.person.name',
      'answers.person.phone',
      'answers.symptoms',
      'answers.test.result',
      'answers.transport.by',
    ])
  })
})

describe('a form with everything answered', () => {
  it('has no fault', () => {
    expect(faultsOfForm(filled, TODAY)).toEqual({})
  })

  it('is told of the day that became wrong while it lay as a draft', () => {
    expect(faultsOfForm(filled, '2027-03-01')).toEqual({ 'answers.leftOn': 'departureTooLongAgo' })
  })
})

describe('the steps', () => {
  it.each([
    ['purpose', 'person'],
    ['answers.person.document.number', 'person'],
    ['answers.household.place', 'household'],
    ['answers.transport.plate', 'journey'],
    ['answers.companions.2.name', 'company'],
    ['answers.passed', 'company'],
    ['answers.test.takenAt', 'health'],
    ['answers.test.pictures', 'health'],
    ['submission', undefined],
  ])('find the question %s in the step %s', (path, step) => {
    expect(stepOf(path)).toBe(step)
  })

  it('lead to the earliest fault first, in whatever order the function names them', () => {
    expect(firstFaulty(['answers.test.result', 'submission', 'answers.household.place'])).toEqual({
      step: 'household',
      path: 'answers.household.place',
    })
  })

  it('lead nowhere when no question is at fault', () => {
    expect(firstFaulty(['submission'])).toBeUndefined()
  })

  it('hold back only for their own questions', () => {
    const faults = { 'answers.leftOn': 'required', 'answers.note': 'tooLong' } as const
    expect(faultsAt(fieldsOf.health, faults)).toEqual({ 'answers.note': 'tooLong' })
  })
})

describe('the faults of a form', () => {
  it('are found at any depth, in lists, and for a list as a whole', () => {
    const errors = {
      answers: {
        person: { phone: { type: 'check', message: 'phone' } },
        companions: [undefined, { name: { type: 'non_empty', message: 'required' } }],
        passed: { root: { type: 'partial_check', message: 'passedOutsideFortnight' } },
      },
    }
    expect(faultsIn(errors as Parameters<typeof faultsIn>[0])).toEqual({
      'answers.person.phone': 'phone',
      'answers.companions.1.name': 'required',
      'answers.passed': 'passedOutsideFortnight',
    })
  })

  it('are shown where a selector without dots finds them', () => {
    expect(anchorOf('answers.companions.1.name')).toBe('at-answers-companions-1-name')
  })
})

describe('what a tip has told of somebody who is to be registered', () => {
  const known = { place: 'qinghe-1-1-1', door: '2 单元 501', plate: '川A12345', arrivesOn: TODAY }

  it('stands in the form, a plate as their own car', () => {
    expect(withKnownFromTip(blankForm('telephone'), known).answers).toMatchObject({
      household: { place: 'qinghe-1-1-1', door: '2 单元 501' },
      arrivesOn: TODAY,
      transport: { by: 'car', plate: '川A12345' },
    })
  })

  it('leaves open by what they came where no plate is known', () => {
    const { transport } = withKnownFromTip(blankForm('telephone'), { ...known, plate: '' }).answers
    expect(transport).not.toHaveProperty('by')
  })

  it('is nothing where the form was begun before', () => {
    expect(withKnownFromTip(blankForm('telephone'), undefined)).toEqual(blankForm('telephone'))
  })
})

describe('where they will live', () => {
  const householdOf = (form: RegistrationForm) => form.answers.household

  it('is the place of the scanned code', () => {
    const form = withKnownHousehold(blankForm('self'), 'qinghe-2-1-1', [])
    expect(householdOf(form)).toEqual({ place: 'qinghe-2-1-1', door: '' })
  })

  it('is where they lived last', () => {
    const form = withKnownHousehold(blankForm('self'), undefined, [member('qinghe-1-1-1')])
    expect(householdOf(form)).toEqual({ place: 'qinghe-1-1-1', door: '2 单元 301' })
  })

  it('keeps the door when the scanned code is of the place they lived at', () => {
    const form = withKnownHousehold(blankForm('self'), 'qinghe-1-1-1', [member('qinghe-1-1-1')])
    expect(householdOf(form).door).toBe('2 单元 301')
  })

  it('has no door of another place than the scanned one', () => {
    const form = withKnownHousehold(blankForm('self'), 'qinghe-2-1-1', [member('qinghe-1-1-1')])
    expect(householdOf(form)).toEqual({ place: 'qinghe-2-1-1', door: '' })
  })

  it('keeps the door that was typed before the code was scanned', () => {
    const typed = blankForm('self')
    typed.answers.household.door = '2 单元 301'
    expect(householdOf(withKnownHousehold(typed, 'qinghe-2-1-1', []))).toEqual({
      place: 'qinghe-2-1-1',
      door: '2 单元 301',
    })
  })

  it('stays as it was answered', () => {
    expect(withKnownHousehold(filled, 'qinghe-2-1-1', [])).toBe(filled)
  })
})

describe('symptoms', () => {
  it('are added', () => {
    expect(toggleSymptom(['fever'], 'cough')).toEqual(['fever', 'cough'])
  })

  it('are taken back', () => {
    expect(toggleSymptom(['fever', 'cough'], 'fever')).toEqual(['cough'])
  })

  it('are unanswered, not none, when the last is taken back', () => {
    expect(toggleSymptom(['fever'], 'fever')).toBeNull()
  })
})
