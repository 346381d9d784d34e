import { addDays, instantAt } from '@contract/calendar'
import { householdLimits } from '@contract/households'
import { oldestOf, type HouseholdDocument, type StoredDay } from '@kernel/households/householdDocument'
import { demoPlaces } from '../../local/demo/places'
import { answered, openCommunity, type Community } from './support/community'
import { beginAnew, certificates, fireTimer, insert, minutesFromNow, set, stored } from './support/keeping'
import { today } from './support/registrations'
import { householdAt } from './support/storedHousehold'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

const family = [{ name: '方小棠', phone: '13800001234' }, { name: '方大棠' }]

const households = () => stored<HouseholdDocument>(community, 'households')
const householdOf = (id: string) => households().find(({ _id }) => _id === id)

function kept(
  account: string | null,
  changes: Partial<HouseholdDocument> = {},
  at = 'qinghe-1-1-1-1',
): string {
  const place = demoPlaces.find(({ _id }) => _id === at)
  if (!place) throw new Error('no such place')
  const household = { ...householdAt(place, account, family), ...changes }
  insert(community, 'households', [household])
  return household._id
}

const dayOn = (on: string): StoredDay => ({ on, reports: [] })

describe('a household that nobody reports for any more', () => {
  it('is deleted with its people when its period is over, and a certificate says so', async () => {
    const id = kept('resident-1', { keepUntil: minutesFromNow(-1) })
    const other = kept('resident-2')
    await fireTimer(community)
    expect(householdOf(id)).toBeUndefined()
    expect(householdOf(other)).toBeDefined()
    const [certificate] = await certificates(community)
    expect(certificate?.numbers).toMatchObject({ households: 1, people: 2, sealedTexts: 4, cases: 0 })
  })

  it('stays while a legal hold covers its place', async () => {
    const id = kept('resident-1', { keepUntil: minutesFromNow(-1) })
    const { keeping } = community.as('street-officer')
    const hold = answered(
      await keeping.hold({
        submission: crypto.randomUUID(),
        place: 'qinghe-1',
        until: today,
        words: '调查',
      }),
    )
    await fireTimer(community)
    expect(householdOf(id)?.hold).toBe(hold.id)
    answered(await keeping.release({ place: 'qinghe-1', hold: hold.id, words: '结束' }))
    await fireTimer(community)
    expect(householdOf(id)).toBeUndefined()
  })
})

describe('reports of a household that has stopped reporting', () => {
  it('go after four weeks, the others stay', async () => {
    const first = addDays(today, 1 - householdLimits.days)
    const days = [
      dayOn(addDays(today, -3)),
      dayOn(first),
      dayOn(addDays(first, -1)),
      dayOn(addDays(first, -9)),
    ]
    const id = kept('resident-1', { days, oldest: oldestOf(days) })
    await fireTimer(community)
    expect(householdOf(id)?.days.map(({ on }) => on)).toEqual([addDays(today, -3), first])
    expect(householdOf(id)?.oldest).toBe(first)
  })
})

describe('what was taken from the reports', () => {
  it('goes with them: the last temperature, and that it never changed', async () => {
    const on = addDays(today, -householdLimits.days)
    const id = kept('resident-1', { days: [dayOn(on)], oldest: on, steady: true })
    const last = { on, temperature: 36.5 }
    const members = householdOf(id)!.members.map((member) => ({
      ...member,
      last,
      steady: { temperature: 36.5, days: 7 },
    }))
    set(community, 'households', id, { members })
    await fireTimer(community)
    expect(householdOf(id)).toMatchObject({ days: [], oldest: '~', steady: false })
    for (const member of householdOf(id)!.members) expect(member).toMatchObject({ last: null, steady: null })
  })
})

describe('the end of an outbreak', () => {
  it('takes the households of its place along that were there before', async () => {
    const id = kept('resident-1', { openedAt: new Date(Date.now() - 86_400_000) })
    const lift = answered(
      await community.as('administrator').keeping.announceLift({
        submission: crypto.randomUUID(),
        place: 'qinghe-1',
        days: 7,
        words: '结束',
      }),
    )
    answered(await community.as('officer-1').keeping.confirmLift({ place: 'qinghe-1', lift: lift.id }))
    await fireTimer(community)
    expect(householdOf(id)).toBeDefined()
    set(community, 'lifts', lift.id, { endsAt: instantAt(today, 0) })
    await fireTimer(community)
    expect(householdOf(id)).toBeUndefined()
    expect(stored(community, 'lifts').map(({ status }) => status)).toEqual(['over'])
  })
})

const reportedBy = (account: string) => {
  const by = { account, actor: 'owner' as const, name: null }
  const report = { submission: '', digest: '', at: new Date(), how: 'self' as const, by, people: [] }
  return { days: [{ on: today, reports: [report] }], oldest: today }
}

describe('whoever wants to be forgotten', () => {
  it('reports for no household any more; one that nobody else reports for is gone with the next round', async () => {
    const mine = kept('resident-1')
    const { days, oldest } = reportedBy('resident-1')
    const shared = kept('resident-1', { accounts: ['resident-1', 'resident-2'], days, oldest })
    const { myData } = community.as('resident-1')
    expect(answered(await myData.show({})).households).toEqual({ number: 2, people: 4 })
    expect(answered(await myData.erase({ submission: crypto.randomUUID() }))).toMatchObject({ households: 2 })
    expect(answered(await myData.show({})).households).toEqual({ number: 0, people: 0 })
    await fireTimer(community)
    expect(householdOf(mine)).toBeUndefined()
    expect(householdOf(shared)?.accounts).toEqual(['resident-2'])
    expect(JSON.stringify(householdOf(shared))).not.toContain('resident-1')
    expect(householdOf(shared)?.days[0]?.reports).toHaveLength(1)
    expect(answered(await community.as('resident-2').people.me({})).family.map(({ name }) => name)).toEqual([
      '方小棠',
      '方大棠',
    ])
  })
})

describe('a place that changes', () => {
  it('takes its households along, and none is removed that has any', async () => {
    const building = 'qinghe-1-1-1-2'
    const id = kept('resident-1', {}, building)
    const { places } = community.as('administrator')
    const { version } = answered(await places.node({ place: building }))
    const refused = await places.remove({ place: building, version })
    expect(refused).toMatchObject({ ok: false, error: { fields: { place: 'placeHasHouseholds' } } })
    const moved = answered(await places.move({ place: building, version, to: 'qinghe-1-2' }))
    await community.cloud.fireTimer('places')
    expect(moved.version).toBeGreaterThan(version)
    expect(householdOf(id)?.at.grid).toBe('qinghe-1-2')
    expect(householdOf(id)?.place.names).toContain('第二网格')
  })
})

describe('a street whose families stop reporting at once', () => {
  it('has lost a day of each within a day: 264 in a round of the timer', async () => {
    const days = [dayOn(addDays(today, -householdLimits.days))]
    // 38,000 families, and 144 rounds of the timer a day.
    const place = demoPlaces.find(({ _id }) => _id === 'qinghe-1-1-1-1')!
    const families = Array.from({ length: 264 }, () => ({
      ...householdAt(place, null, family),
      ...{ days, oldest: oldestOf(days) },
    }))
    insert(community, 'households', families)
    await fireTimer(community)
    expect(households().filter(({ oldest }) => oldest !== '~')).toEqual([])
  })
})
