import type { Post } from '@contract/people'
import type { Level, StaffRole } from '@contract/roles'
import { codeIn, scannedCode } from '@/pages/account/join/code'
import { levelsFor, placeFor, rolesToFill, rowsFor } from '@/staff/people/appointing'
import { keptPlaces } from '@/staff/places/tree'

const post = (role: StaffRole, level: Level, id = level as string): Post => ({
  id: `${role}-${id}`,
  role,
  place: { id, level, names: [id] },
})

const choice = (level: Level, id = level as string) => ({ id, level, name: id, more: true })

describe('whom one can invite', () => {
  it.each<[mine: StaffRole, level: Level, roles: StaffRole[]]>([
    ['communityOfficer', 'community', ['gridWorker', 'steward', 'gateKeeper']],
    ['streetOfficer', 'street', ['gridWorker', 'steward', 'gateKeeper', 'communityOfficer', 'inspector']],
    [
      'administrator',
      'street',
      [
        'gridWorker',
        'steward',
        'gateKeeper',
        'communityOfficer',
        'streetOfficer',
        'inspector',
        'administrator',
      ],
    ],
    ['gridWorker', 'grid', []],
  ])('as %s at a %s', (mine, level, roles) => {
    expect(rolesToFill([post(mine, level)])).toEqual(roles)
  })

  it('is what any of one’s posts allows', () => {
    expect(rolesToFill([post('gridWorker', 'grid'), post('communityOfficer', 'community')])).toContain(
      'steward',
    )
  })
})

describe('the places one looks after', () => {
  it('are those of officers and administrators, each once', () => {
    const posts = [
      post('gridWorker', 'grid'),
      post('streetOfficer', 'street'),
      { ...post('administrator', 'street'), id: 'other' },
    ]
    expect(keptPlaces(posts).map(({ id }) => id)).toEqual(['street'])
  })
})

describe('where a role is to be held', () => {
  const rows = [[choice('grid')], [choice('compound')], [choice('building')]]
  const own = [post('communityOfficer', 'community')]

  it('is asked down to the narrowest level at which it is held', () => {
    expect(rowsFor('gridWorker', rows)).toEqual([rows[0]])
    expect(rowsFor('steward', rows)).toEqual(rows)
  })

  it('is not chosen before such a level is reached', () => {
    expect(placeFor('gateKeeper', own, [choice('grid')])).toBeUndefined()
    expect(placeFor('gateKeeper', own, [choice('grid'), choice('compound')])?.id).toBe('compound')
  })

  it('is one’s own place when nothing is chosen, if the role is held there', () => {
    const street = [post('administrator', 'street')]
    expect(placeFor('streetOfficer', street, [])?.id).toBe('street')
    expect(placeFor('gridWorker', street, [])).toBeUndefined()
    expect(placeFor('streetOfficer', [...street, ...own], [])).toBeUndefined()
  })

  it('is not one’s own place for an officer, who fills what lies below', () => {
    const officer = [post('streetOfficer', 'street')]
    expect(placeFor('inspector', officer, [])).toBeUndefined()
    expect(placeFor('inspector', officer, [choice('community')])?.id).toBe('community')
    const both = [...officer, post('streetOfficer', 'street', 'other')]
    expect(placeFor('inspector', both, [choice('street')])).toBeUndefined()
    expect(levelsFor('inspector', officer)).toEqual(['community'])
    expect(levelsFor('inspector', [post('administrator', 'street')])).toEqual(['street', 'community'])
  })

  it('is what is shown as chosen, also when a narrower place was chosen for another role before', () => {
    const officer = [post('streetOfficer', 'street')]
    expect(placeFor('communityOfficer', officer, [choice('community'), choice('grid')])?.id).toBe('community')
  })
})

describe('the code of an invitation', () => {
  const code = 'Ab_-5678901234567890wxyz'

  it('is taken from what was scanned', () => {
    expect(scannedCode({ scene: code })).toBe(code)
    expect(scannedCode({ scene: 'qinghe-1-1-1' })).toBeUndefined()
    expect(scannedCode({})).toBeUndefined()
  })

  it('is found in a whole message that was pasted', () => {
    expect(codeIn(`请您加入第一网格。粘贴：${code}`)).toBe(code)
    expect(codeIn(` ${code}\n`)).toBe(code)
    expect(codeIn(`${code}x`)).toBeUndefined()
    expect(codeIn('')).toBeUndefined()
  })
})
