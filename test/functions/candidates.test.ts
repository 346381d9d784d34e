import type { PostDocument } from '@kernel/caller'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { insert, stored } from './support/keeping'

const COMPOUND = 'qinghe-1-1-1'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const candidates = (openid: string, place = COMPOUND) => community.as(openid).places.candidates({ place })

describe('who can be named for a duty at a place', () => {
  it('is whoever serves there or above it, the nearest first, with their telephone', async () => {
    const found = answered(await candidates('officer-1'))
    const named = found.filter(({ id }) => ['post-worker-1-1', 'post-officer-1'].includes(id))
    expect(named.map(({ name, role }) => [name, role])).toEqual([
      ['王秀英', 'gridWorker'],
      ['沈知秋', 'communityOfficer'],
    ])
    expect(found.every(({ phone }) => /^1\d{10}$/.test(phone))).toBe(true)
  })

  it('is nobody of the grid beside it', async () => {
    const found = answered(await candidates('officer-1'))
    expect(found.map(({ id }) => id)).not.toContain('post-worker-1-2')
  })

  it('is told to administrators, who appoint everywhere', async () => {
    expect(answered(await candidates('administrator')).length).toBeGreaterThan(0)
  })

  it('is not told to officers of other places, as if there were no such place', async () => {
    expect(refusal(await candidates('officer-2')).code).toBe('notFound')
    expect(refusal(await candidates('officer-2', 'nowhere')).code).toBe('notFound')
  })

  it('says nothing of anybody’s account', async () => {
    expect(JSON.stringify(await candidates('officer-1'))).not.toContain('openid')
  })

  it('is found among however many who serve there no more', async () => {
    const worker = stored<PostDocument>(community, 'staff').find(({ _id }) => _id === 'post-worker-1-1')!
    const former = Array.from({ length: 200 }, (_, n) => ({
      ...worker,
      _id: `post-former-${n}`,
      active: false,
    }))
    insert(community, 'staff', [...former, { ...worker, _id: 'post-newest' }])
    const found = answered(await candidates('officer-1')).map(({ id }) => id)
    expect(found).toContain('post-newest')
    expect(found).not.toContain('post-former-0')
  })

  it('costs the place, the posts and one question', async () => {
    const requests = await community.costOf(() => candidates('officer-1'))
    expect(requests.length).toBeLessThanOrEqual(3)
  })
})
