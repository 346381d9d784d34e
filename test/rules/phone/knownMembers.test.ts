import type { FamilyMember } from '@contract/people'
import { isAmong, toggleKnown } from '@/pages/daily/household/knownMembers'
import { newMember } from '@/pages/daily/newMember'

const known = (name: string, phone = '13800001234'): FamilyMember => ({
  id: name,
  name,
  phone,
  document: null,
  household: { place: { id: 'p', level: 'compound', names: ['春晓东苑'] }, door: '301' },
})

const names = (members: { name: string }[]) => members.map(({ name }) => name)

describe('somebody registered before', () => {
  it('fills the first entry that nobody is written into, and keeps what was chosen there', () => {
    const [first] = toggleKnown([newMember('self')], known('方小棠'))
    expect(first).toMatchObject({ name: '方小棠', phone: '13800001234', relation: 'self' })
  })

  it('stands behind those who are written down', () => {
    const members = toggleKnown(toggleKnown([newMember('self')], known('方小棠')), known('方大海'))
    expect(names(members)).toEqual(['方小棠', '方大海'])
  })

  it('goes with a second tap', () => {
    const both = toggleKnown(toggleKnown([newMember('self')], known('方小棠')), known('方大海'))
    expect(names(toggleKnown(both, known('方小棠')))).toEqual(['方大海'])
  })

  it('leaves an empty entry when the last one goes', () => {
    const members = toggleKnown(toggleKnown([newMember('self')], known('方小棠')), known('方小棠'))
    expect(members).toEqual([newMember('self')])
  })

  it('is told from a relative of the same name by the telephone', () => {
    const members = toggleKnown([newMember('self')], known('方小棠'))
    expect(isAmong(members, known('方小棠', '13900001234'))).toBe(false)
  })
})
