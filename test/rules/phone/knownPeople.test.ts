import type { FamilyMember } from '@contract/people'
import { knownPeople, labelOf } from '@/pages/returnee/register/knownPeople'

const member = (id: string, name: string, phone: string): FamilyMember => ({
  id,
  name,
  phone,
  document: null,
  household: { place: { id: 'qinghe-1-1-1', level: 'compound', names: ['春晓东苑'] }, door: '' },
})

const idsOf = (family: FamilyMember[]) => knownPeople(family).map(({ id }) => id)

describe('people registered before', () => {
  it('are offered once, as they were registered last', () => {
    expect(idsOf([member('new', '方小棠', '13800001234'), member('old', '方小棠', '13800001234')])).toEqual([
      'new',
    ])
  })

  it('are different people who share a telephone', () => {
    expect(idsOf([member('a', '方小棠', '13800001234'), member('b', '方大年', '13800001234')])).toEqual([
      'a',
      'b',
    ])
  })

  it('are different people who share a name', () => {
    expect(idsOf([member('a', '方小棠', '13800001234'), member('b', '方小棠', '')])).toEqual(['a', 'b'])
  })
})

describe('the label of one of them', () => {
  const family = [
    member('a', '方小棠', '13800001234'),
    member('b', '方小棠', '13800005678'),
    member('c', '方大年', ''),
  ]

  it('is the name', () => {
    expect(labelOf(member('c', '方大年', ''), family)).toBe('方大年')
  })

  it('has the end of the telephone number where a name is shared', () => {
    expect(labelOf(member('b', '方小棠', '13800005678'), family)).toBe('方小棠（尾号 5678）')
  })
})
