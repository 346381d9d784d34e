import type { MemberAnswers } from '@contract/households'
import { NEVER, NOBODY_HERE, type MemberDocument, type StoredDay } from '@kernel/households/householdDocument'
import {
  backAgain,
  isSecondSelf,
  openingFaults,
  settledWith,
  without,
} from '../../cloudfunctions/households/householdRules'
import { dayWith } from '../functions/support/families'

const today = '2026-11-20'
const yesterday = '2026-11-19'

const said = (changes: Partial<MemberAnswers> = {}): MemberAnswers => ({
  name: '方小棠',
  phone: '',
  relation: 'relative',
  document: { kind: 'residentId', number: '' },
  ...changes,
})

const document = (number: string) => ({ kind: 'passport' as const, number })

describe('the people of a new household', () => {
  it('may all share one telephone, and need no document', () => {
    expect(openingFaults([said({ phone: '1' }), said({ phone: '1' }), said()], true)).toEqual({})
  })

  it('have a telephone among them, unless staff enter them', () => {
    expect(openingFaults([said(), said()], true)).toEqual({ 'members.0.phone': 'phoneNeeded' })
    expect(openingFaults([said(), said()], false)).toEqual({})
  })

  it('have a document each: who has that of another is named', () => {
    const people = [said({ document: document('E1') }), said(), said({ document: document('E1') })]
    expect(openingFaults(people, false)).toEqual({ 'members.2.document.number': 'repeated' })
  })

  it('are not the keeper twice', () => {
    expect(openingFaults([said({ relation: 'self' }), said({ relation: 'self' })], false)).toEqual({
      'members.1.relation': 'repeated',
    })
  })
})

const person = (id: string, changes: Partial<MemberDocument> = {}) =>
  ({
    id,
    display: `${id}*`,
    relation: 'relative',
    left: null,
    steady: null,
    episode: null,
    ...changes,
  }) as MemberDocument

const [mother, father, child] = [person('mother'), person('father'), person('child')]
const left = { on: today, why: 'away' } as const

const household = (members: MemberDocument[], reportedOn: string, days: StoredDay[] = []) => ({
  members,
  days,
  reportedOn,
  display: members[0]?.display ?? '',
})

const bothOn = (on: string) => dayWith(on, { mother: 36.5, father: 36.6 })

describe('somebody more', () => {
  it('makes today incomplete; the day before stays complete', () => {
    const days = [bothOn(today), bothOn(yesterday)]
    const before = household([mother, father], today, days)
    const { reportedOn, latest } = settledWith(before, { members: [mother, father, child], days }, today)
    expect({ reportedOn, latest }).toEqual({ reportedOn: yesterday, latest: { on: today, people: 2 } })
  })

  it('changes nothing for who reported yesterday', () => {
    const before = household([mother, father], yesterday, [bothOn(yesterday)])
    const after = settledWith(before, { members: [mother, father, child], days: before.days }, today)
    expect(after.reportedOn).toBe(yesterday)
  })

  it('leaves none complete where today was the first day', () => {
    const days = [bothOn(today)]
    const before = household([mother, father], today, days)
    expect(settledWith(before, { members: [mother, father, child], days }, today).reportedOn).toBe('')
  })

  it('is missed from today on in a household where nobody lived', () => {
    const before = household([{ ...mother, left }], NOBODY_HERE)
    expect(settledWith(before, { members: [{ ...mother, left }, child], days: [] }, today).reportedOn).toBe(
      '',
    )
  })

  it('does not make a day forgotten that is longer ago than the reports that are kept', () => {
    const before = household([mother], '2026-09-01')
    expect(settledWith(before, { members: [mother, child], days: [] }, today).reportedOn).toBe('2026-09-01')
  })
})

describe('somebody less', () => {
  it('completes the day on which only they were missing', () => {
    const days = [bothOn(today)]
    const before = household([mother, father, child], '', days)
    const next = without({ members: before.members, days }, child, left)
    expect(settledWith(before, next, today).reportedOn).toBe(today)
  })

  it('leaves nobody who would have to report', () => {
    const before = household([mother], yesterday, [bothOn(yesterday)])
    const next = without(before, mother, left)
    expect(settledWith(before, next, today)).toMatchObject({ reportedOn: NOBODY_HERE, display: 'mother*' })
  })

  it('is named after the next', () => {
    const before = household([mother, father], '')
    expect(settledWith(before, without(before, mother, left), today).display).toBe('father*')
  })

  it('is steady only as long as somebody is who lives there', () => {
    const calm = person('calm', { steady: { temperature: 36.5, days: 7 } })
    const before = household([mother, calm], '')
    expect(settledWith(before, before, today).steady).toBe(true)
    expect(settledWith(before, without(before, calm, left), today).steady).toBe(false)
  })
})

describe('who was entered by mistake', () => {
  const mistake = { on: today, why: 'mistake' } as const

  it('is gone, with what was reported of them', () => {
    const days = [dayWith(today, { mother: 36.5, child: 36.6 }), dayWith(yesterday, { child: 36.6 })]
    const before = household([mother, child], '', days)
    const next = without(before, child, mistake)
    expect(next.members).toEqual([mother])
    expect(next.days.flatMap(({ reports }) => reports.flatMap(({ people }) => people))).toEqual([
      expect.objectContaining({ person: 'mother' }),
    ])
    expect(settledWith(before, next, today)).toMatchObject({ oldest: today, reportedOn: today })
  })

  it('leaves no empty day behind', () => {
    const before = household([mother, child], '', [dayWith(today, { child: 36.6 })])
    const after = settledWith(before, without(before, child, mistake), today)
    expect(after).toMatchObject({ days: [], oldest: NEVER, latest: null })
  })

  it('stays on record once staff have been told that they were unwell', () => {
    const unwell = { ...child, episode: { case: 'case', number: 1 } }
    const { members } = without(household([mother, unwell], ''), unwell, mistake)
    expect(members).toEqual([mother, { ...unwell, left: mistake }])
  })
})

describe('who comes back', () => {
  const away = { ...mother, relation: 'self' as const, left }

  it('lives there again as who they were', () => {
    expect(backAgain(away, { members: [away, father] })).toEqual({ ...away, left: null })
  })

  it('is a relative where another keeps the household by now', () => {
    const keeper = { ...father, relation: 'self' as const }
    expect(isSecondSelf(away, { members: [away, keeper] })).toBe(true)
    expect(backAgain(away, { members: [away, keeper] }).relation).toBe('relative')
  })
})
