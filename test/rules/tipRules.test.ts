import type { StaffRole } from '@contract/roles'
import type { TipEvent } from '@contract/tipMachine'
import { barTo, goingDue, notForOfficers, officerAfter, type Told } from '@kernel/tips/tipRules'

const by = (event: TipEvent, account: string): Told => ({
  event,
  by: { actor: 'communityOfficer', account, name: account },
})
const accused = [by('see', 'worker'), by('suspect', 'worker'), by('accuse', 'one')]
const condemned = [...accused, by('condemn', 'two')]

it('a tip is to be opened within two hours, also at night', () => {
  expect(goingDue(new Date('2026-11-22T22:50:00+08:00'))).toEqual(new Date('2026-11-23T00:50:00+08:00'))
})

describe('who must not', () => {
  it.each<[TipEvent, Told[], string, string | null]>([
    ['accuse', accused.slice(0, 2), 'worker', null],
    ['condemn', accused, 'one', 'notYourOwn'],
    ['condemn', accused, 'worker', 'notYourOwn'],
    ['condemn', accused, 'two', null],
    ['clear', accused, 'one', null],
    ['uphold', condemned, 'worker', 'notYourOwn'],
    ['uphold', condemned, 'one', 'notYourOwn'],
    ['uphold', condemned, 'two', 'notYourOwn'],
    ['uphold', condemned, 'three', null],
    ['pardon', condemned, 'two', 'notYourOwn'],
    ['pardon', condemned, 'three', null],
    ['accuse', [...condemned, by('pardon', 'three')], 'four', 'eventNotAllowed'],
    ['accuse', [...accused, by('clear', 'one')], 'one', null],
    ['note', condemned, 'one', null],
  ])('%s', (event, history, account, refusal) => {
    expect(barTo(event, history, account)).toBe(refusal)
  })
})

describe('before whom it is put', () => {
  const post = (openid: string, role: StaffRole) => ({ openid, role })
  const staff = [
    post('administrator', 'administrator'),
    post('street', 'streetOfficer'),
    post('worker', 'gridWorker'),
    post('one', 'communityOfficer'),
    post('two', 'communityOfficer'),
  ]

  it('is the nearest officer', () => {
    expect(officerAfter('suspect', [], 'worker', staff)?.openid).toBe('one')
    expect(officerAfter('accuse', accused.slice(0, 2), 'one', staff)?.openid).toBe('two')
  })

  it('is for an appeal one above those who usually decide, else whoever has not decided', () => {
    expect(officerAfter('appeal', condemned, '', staff)?.openid).toBe('street')
    const byStreet = [...accused, by('condemn', 'street')]
    expect(officerAfter('appeal', byStreet, '', staff)?.openid).toBe('two')
  })

  it('is nobody where all officers have said something', () => {
    const all = [...condemned, by('condemn', 'street')]
    expect(officerAfter('appeal', all, '', staff)).toBeUndefined()
  })
})

describe('into whose hands it does not come', () => {
  it('are those who have said something, while an officer is to decide', () => {
    expect(notForOfficers('suspected', accused.slice(0, 2))).toEqual([])
    expect(notForOfficers('accused', accused)).toEqual(['worker', 'one'])
    expect(notForOfficers('appealed', condemned)).toEqual(['worker', 'one', 'two'])
  })

  it('is anybody’s matter while somebody has to go there', () => {
    expect(notForOfficers('told', [])).toBeNull()
  })
})
