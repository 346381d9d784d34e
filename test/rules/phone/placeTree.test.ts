import type { Post } from '@contract/people'
import type { Level, StaffRole } from '@contract/roles'
import { crumbsOf, insideOf, keptPlaces, namedBy } from '@/staff/places/tree'

const street = { id: 'qinghe', level: 'street' as const, names: ['青禾街道'] }
const community = { id: 'qinghe-1', level: 'community' as const, names: ['青禾街道', '春晓社区'] }
const grid = {
  id: 'qinghe-1-1',
  path: ['qinghe', 'qinghe-1', 'qinghe-1-1'],
  names: ['青禾街道', '春晓社区', '第一网格'],
}
const post = (role: StaffRole, place: Post['place']): Post => ({ id: `${role} ${place.id}`, role, place })

describe('the places that somebody looks after', () => {
  it('are those of officers and administrators, each once', () => {
    const posts = [
      post('administrator', street),
      post('streetOfficer', street),
      post('communityOfficer', community),
    ]
    expect(keptPlaces(posts)).toEqual([street, community])
  })

  it('are not those of grid workers and inspectors', () => {
    expect(keptPlaces([post('gridWorker', community), post('inspector', street)])).toEqual([])
  })
})

describe('the way down to a place', () => {
  it('begins at the widest place of one’s own', () => {
    expect(crumbsOf(grid, [community]).map(({ text }) => text)).toEqual(['春晓社区', '第一网格'])
  })

  it('leads back by the ids of the places', () => {
    expect(crumbsOf(grid, [street]).map(({ key }) => key)).toEqual(grid.path)
  })
})

describe('who has named somebody responsible', () => {
  it('is nobody else where the place did so itself', () => {
    expect(namedBy(grid, { of: 'qinghe-1-1' })).toBeNull()
  })

  it('is somebody above where the node is not one of those any more', () => {
    expect(namedBy(grid, { of: 'autumn-2' })).toBe('上级')
  })

  it('is the place above, by its name', () => {
    expect(namedBy(grid, { of: 'qinghe-1' })).toBe('春晓社区')
  })
})

describe('what lies in a place', () => {
  const children = (...levels: Level[]) => levels.map((level) => ({ level }))

  it('is counted by its level where there is one', () => {
    expect(insideOf(children('building', 'building'))).toBe('2 个楼栋')
  })

  it('is counted as places where there are several levels', () => {
    expect(insideOf(children('grid', 'compound', 'compound'))).toBe('3 处地方')
  })

  it('is not mentioned when there is nothing', () => {
    expect(insideOf([])).toBe('')
  })
})
