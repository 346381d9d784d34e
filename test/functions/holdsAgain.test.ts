import { randomUUID } from 'node:crypto'
import { retentionDays } from '@contract/keeping'
import type { Case } from '@kernel/caseEvents'
import type { HoldDocument } from '@kernel/deletion/deletionDocuments'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { asIntruder } from './support/intruder'
import {
  accepted,
  beginAnew,
  caseIds,
  expire,
  fireTimer,
  holdOn,
  insert,
  minutesFromNow,
  set,
  stored,
  submission,
} from './support/keeping'
import { act, answersOf, place, registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

const keeping = (openid: string) => community.as(openid).keeping
const mine = () => community.as('resident-1').myData

describe('a legal hold', () => {
  it('on a place goes along with a registration that its owner amends to another place', async () => {
    const fresh = await registered(community, 'resident-1')
    answered(await keeping('street-officer').hold(holdOn()))
    const resident = community.as('resident-1').returnee
    const household = { place: place.elsewhere, door: '301' }
    const moved = answered(await resident.amend({ ...act(fresh), answers: answersOf({ household }) }))
    answered(await resident.withdraw({ ...act(moved), words: '不来了' }))
    const erased = answered(await mine().erase({ submission: submission() }))
    expect(erased).toMatchObject({ certificate: null, stays: [{ id: fresh.id, obstacle: 'hold' }] })
    expire(community, fresh.id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([fresh.id])
  })

  it('counts however many there are', async () => {
    const { id } = await accepted(community, 'resident-1')
    const { id: hold } = answered(await keeping('street-officer').hold(holdOn({ case: id })))
    const [real] = stored<HoldDocument>(community, 'holds')
    const others = Array.from({ length: 600 }, (_, n) => ({
      ...real,
      _id: `0-${String(n).padStart(4, '0')}`,
      case: { id: randomUUID(), display: '某*' },
    }))
    asIntruder(community, (store) => store.remove('holds', { _id: hold }, { multi: false }))
    insert(community, 'holds', [...others, real!])
    expire(community, id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([id])
  })

  it('is taken away where it was put there or above, not from below', async () => {
    const { id } = answered(await keeping('administrator').hold(holdOn()))
    // As a district would have put it there; the demonstration has none.
    set(community, 'holds', id, { servesAt: { district: 'above' } })
    const release = { place: 'qinghe-1', hold: id, words: '不用了' }
    expect(refusal(await keeping('street-officer').release(release)).code).toBe('notAllowed')
    const { holds } = answered(await keeping('street-officer').list({ place: 'qinghe' }))
    expect(holds).toMatchObject([{ id, mayRelease: false }])
  })

  it('names nobody any more once the case is gone, and is forgotten three years after its end', async () => {
    const { id } = await accepted(community, 'resident-1')
    const { id: hold } = answered(await keeping('administrator').hold(holdOn({ case: id })))
    const release = { place: 'qinghe-1', hold, words: '结案' }
    answered(await keeping('administrator').release(release))
    expire(community, id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([])
    const [left] = stored<HoldDocument>(community, 'holds')
    expect(left?.case).toEqual({ id: '', display: '' })
    const threeYears = minutesFromNow(-retentionDays.holds * 24 * 60 + 1)
    set(community, 'holds', hold, { endsAt: threeYears })
    await fireTimer(community)
    expect(stored(community, 'holds')).toHaveLength(1)
    set(community, 'holds', hold, { endsAt: new Date(threeYears.getTime() - 60_000) })
    await fireTimer(community)
    expect(stored(community, 'holds')).toEqual([])
  })
})

describe('the end of an outbreak', () => {
  const over = (changes: object = {}) => ({
    _id: submission(),
    place: { id: 'qinghe', level: 'street', names: ['青禾街道'] },
    at: { street: 'qinghe' },
    status: 'counting',
    days: 7,
    words: '已结束',
    announced: { account: 'administrator', name: '管', role: 'administrator', at: new Date() },
    confirmed: { account: 'street-officer', name: '街', role: 'streetOfficer', at: new Date() },
    cancelled: null,
    endsAt: minutesFromNow(-1),
    ...changes,
  })

  it('leaves what tells of too many looks by staff', async () => {
    const { id } = await accepted(community, 'resident-1')
    const [one] = stored<Case>(community, 'cases')
    const alert = { ...one!, _id: randomUUID(), kind: 'lookAlert', owner: 'worker-1-1' }
    insert(community, 'cases', [alert])
    for (const each of [id, alert._id]) set(community, 'cases', each, { openedAt: minutesFromNow(-10) })
    insert(community, 'lifts', [over()])
    await fireTimer(community)
    expect(caseIds(community)).toEqual([alert._id])
    expect(stored(community, 'lifts')).toMatchObject([{ status: 'over' }])
  })

  it('is not told any more to whoever comes after it', async () => {
    await registered(community, 'resident-1')
    const lift = over({ endsAt: minutesFromNow(5) })
    insert(community, 'lifts', [lift])
    expect(answered(await mine().show({})).lifts).toHaveLength(1)
    set(community, 'lifts', lift._id, { endsAt: minutesFromNow(-5) })
    expect(answered(await mine().show({})).lifts).toEqual([])
  })

  it('that waits for one held case looks at none of the many that were opened since', async () => {
    const { id } = await accepted(community, 'resident-1')
    const [one] = stored<Case>(community, 'cases')
    set(community, 'cases', id, { openedAt: minutesFromNow(-10) })
    answered(await keeping('street-officer').hold(holdOn({ case: id })))
    insert(
      community,
      'cases',
      Array.from({ length: 1200 }, () => ({ ...one!, _id: randomUUID(), openedAt: minutesFromNow(0) })),
    )
    insert(community, 'lifts', [over()])
    await fireTimer(community)
    await fireTimer(community)
    expect(stored(community, 'lifts')).toMatchObject([{ status: 'counting' }])
    expect(caseIds(community)).toHaveLength(1201)
  })
})
