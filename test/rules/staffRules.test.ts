import {
  appoints,
  levels,
  roleLevels,
  staffRoles,
  type At,
  type Level,
  type StaffRole,
} from '@contract/roles'
import {
  deedsFor,
  expiryOf,
  isHeldAt,
  isStanding,
  mayAccept,
  mayAppoint,
  mayHoldTogether,
  mayManage,
  type Held,
  type Offer,
} from '../../cloudfunctions/staff/staffRules'

const tree: Record<string, { level: Level; at: At }> = {
  d: { level: 'district', at: { district: 'd' } },
  s: { level: 'street', at: { district: 'd', street: 's' } },
  s2: { level: 'street', at: { district: 'd', street: 's2' } },
  c: { level: 'community', at: { district: 'd', street: 's', community: 'c' } },
  c2: { level: 'community', at: { district: 'd', street: 's', community: 'c2' } },
  g: { level: 'grid', at: { district: 'd', street: 's', community: 'c', grid: 'g' } },
  b: { level: 'building', at: { district: 'd', street: 's', community: 'c', grid: 'g', building: 'b' } },
}

const spot = (id: string) => ({ id, at: tree[id]!.at, level: tree[id]!.level })

const held = (role: StaffRole, id: string, more: Partial<Held> = {}): Held & { at: At } => ({
  openid: `${role}-${id}`,
  role,
  place: { id, level: tree[id]!.level },
  at: tree[id]!.at,
  active: true,
  ...more,
})

describe('filling a role', () => {
  it.each<[mine: StaffRole, at: string, role: StaffRole, where: string, may: boolean]>([
    ['communityOfficer', 'c', 'gridWorker', 'g', true],
    ['communityOfficer', 'c', 'steward', 'b', true],
    ['communityOfficer', 'c', 'communityOfficer', 'c', false],
    ['communityOfficer', 'c', 'inspector', 'c', false],
    ['communityOfficer', 'c2', 'gridWorker', 'g', false],
    ['streetOfficer', 's', 'communityOfficer', 'c', true],
    ['streetOfficer', 's', 'inspector', 'c', true],
    ['streetOfficer', 's', 'inspector', 's', false],
    ['streetOfficer', 's', 'administrator', 's', false],
    ['streetOfficer', 's2', 'communityOfficer', 'c', false],
    ['districtOfficer', 'd', 'streetOfficer', 's', true],
    ['districtOfficer', 'd', 'districtOfficer', 'd', false],
    ['administrator', 's', 'streetOfficer', 's', true],
    ['administrator', 's', 'administrator', 's', true],
    ['administrator', 's', 'administrator', 'd', false],
    ['administrator', 's', 'streetOfficer', 's2', false],
    ['administrator', 'd', 'districtOfficer', 'd', true],
    ['gridWorker', 'g', 'steward', 'b', false],
  ])('%s at %s appoints a %s at %s: %s', (mine, at, role, where, may) => {
    expect(mayAppoint(held(mine, at), role, spot(where))).toBe(may)
  })

  it('is for nobody who is suspended', () => {
    expect(mayAppoint(held('communityOfficer', 'c', { active: false }), 'gridWorker', spot('g'))).toBe(false)
  })

  it('gives nobody a role as high as the one who appoints, but by administrators', () => {
    const highest = (role: StaffRole) => Math.min(...roleLevels[role].map((level) => levels.indexOf(level)))
    for (const mine of staffRoles.filter((role) => role !== 'administrator')) {
      for (const role of appoints[mine].filter((one) => one !== 'inspector')) {
        expect(highest(role)).toBeGreaterThan(highest(mine))
      }
    }
  })

  it('happens at the levels of the role only', () => {
    expect(isHeldAt('gridWorker', 'grid')).toBe(true)
    expect(isHeldAt('gridWorker', 'community')).toBe(false)
    expect(isHeldAt('inspector', 'community')).toBe(true)
  })
})

describe('managing a post', () => {
  it('is for whoever could have filled it', () => {
    expect(mayManage(held('communityOfficer', 'c'), held('gridWorker', 'g'))).toBe(true)
    expect(mayManage(held('gridWorker', 'g'), held('communityOfficer', 'c'))).toBe(false)
    expect(mayManage(held('communityOfficer', 'c2'), held('gridWorker', 'g'))).toBe(false)
  })

  it('is for nobody in their own case, whichever of their posts it is', () => {
    const officer = held('streetOfficer', 's')
    expect(mayManage(officer, held('gridWorker', 'g', { openid: officer.openid }))).toBe(false)
    const administrator = held('administrator', 's')
    expect(mayManage(administrator, administrator)).toBe(false)
  })

  it('is possible between two administrators of one place', () => {
    expect(mayManage(held('administrator', 's'), held('administrator', 's', { openid: 'other' }))).toBe(true)
  })

  it('offers to resume what is suspended, and to hand over only where cases are handled', () => {
    expect(deedsFor(held('gridWorker', 'g'))).toEqual(['handOver', 'move', 'suspend'])
    expect(deedsFor(held('steward', 'b'))).toEqual(['move', 'suspend'])
    expect(deedsFor(held('gridWorker', 'g', { active: false }))).toEqual(['resume'])
  })
})

describe('an invitation', () => {
  const madeAt = new Date('2026-11-20T08:00:00Z')
  const offer: Offer = { role: 'gridWorker', state: 'open', expiresAt: expiryOf(madeAt) }
  const inviter = held('communityOfficer', 'c')
  const at = (day: string) => new Date(`2026-11-${day}T07:59:59Z`)

  it('stands for seven days', () => {
    expect(isStanding(offer, inviter, spot('g'), at('27'))).toBe(true)
    expect(isStanding(offer, inviter, spot('g'), new Date('2026-11-27T08:00:00Z'))).toBe(false)
  })

  it.each<[what: string, offer: Offer, inviter: Held | null, place: ReturnType<typeof spot> | null]>([
    ['was accepted', { ...offer, state: 'accepted' }, inviter, spot('g')],
    ['was withdrawn', { ...offer, state: 'revoked' }, inviter, spot('g')],
    ['is for a place that is no more', offer, inviter, null],
    ['is for a place that is no grid any more', offer, inviter, { ...spot('g'), level: 'compound' }],
    [
      'is for a place that now lies elsewhere',
      offer,
      inviter,
      { ...spot('g'), at: { ...tree.g!.at, community: 'c2' } },
    ],
    ['came from somebody who is suspended', offer, { ...inviter, active: false }, spot('g')],
    ['came from somebody who is no more', offer, null, spot('g')],
    ['came from somebody who has moved', offer, held('communityOfficer', 'c2'), spot('g')],
  ])('is void when it %s', (_, some, by, place) => {
    expect(isStanding(some, by, place, madeAt)).toBe(false)
  })

  it('is accepted by a resident, and by staff for another post', () => {
    expect(mayAccept('gridWorker', 'g', 'inviter', { openid: 'a', posts: [] })).toBe(true)
    expect(mayAccept('gridWorker', 'g', 'inviter', { openid: 'a', posts: [held('steward', 'b')] })).toBe(true)
  })

  it.each<[who: string, role: StaffRole, account: { openid: string; posts: Held[] }]>([
    ['who invited', 'gridWorker', { openid: 'inviter', posts: [] }],
    ['who has the post', 'gridWorker', { openid: 'a', posts: [held('gridWorker', 'g')] }],
    [
      'who is suspended anywhere',
      'gridWorker',
      { openid: 'a', posts: [held('steward', 'b', { active: false })] },
    ],
    ['who is administrator, for cases', 'gridWorker', { openid: 'a', posts: [held('administrator', 's')] }],
    [
      'who handles cases, as administrator',
      'administrator',
      { openid: 'a', posts: [held('gridWorker', 'g')] },
    ],
  ])('is not accepted by one %s', (_, role, account) => {
    expect(mayAccept(role, 'g', 'inviter', account)).toBe(false)
  })

  it('lets an administrator also be steward or inspector, who see nothing in clear', () => {
    expect(mayHoldTogether(['administrator', 'steward', 'inspector', 'gateKeeper'])).toBe(true)
    expect(mayHoldTogether(['administrator', 'districtOfficer'])).toBe(false)
    expect(mayHoldTogether(['gridWorker', 'communityOfficer'])).toBe(true)
  })
})
