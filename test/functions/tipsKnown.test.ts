import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { answered, openCommunity, type Community } from './support/community'
import { householdStored } from './support/households'
import { beginAnew, set } from './support/keeping'
import { act, place, registered } from './support/registrations'
import { toldTip, type SaidOfTip } from './support/tips'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

const PLATE = '示A0123D'
const OTHER_PLATE = '示A9876D'
const beside = 'qinghe-1-1-1-2'

const tips = (openid = 'worker-1-1') => community.as(openid).tips

const reviewed = async (said: SaidOfTip = {}, openid = 'worker-1-1') =>
  answered(await tips(openid).review({ case: toldTip(community, said).id }))
const known = async (said: SaidOfTip = {}, openid = 'worker-1-1') => (await reviewed(said, openid)).known

const byCar = (plate: string, building = place.building) => ({
  household: { place: building, door: '2 单元 301' },
  transport: { by: 'car' as const, number: '', plate },
})

/** A tip with a result, as somebody there wrote it. */
async function visited(said: SaidOfTip, words: string, openid = 'worker-1-1'): Promise<string> {
  const opened = answered(await tips(openid).see(act(toldTip(community, said))))
  return answered(await tips(openid).alreadyKnown({ ...act(opened), words })).id
}

describe('registrations', () => {
  it('of the building are shown masked, with what was decided', async () => {
    const fresh = await registered(community, 'resident-1', byCar(OTHER_PLATE))
    const decided = { ...act(fresh), measure: 'homeObservation' as const, days: 7, words: '' }
    answered(await community.as('worker-1-1').returnee.accept(decided))
    const { registrations } = await known({ plate: PLATE })
    expect(registrations).toEqual([
      {
        ...{ case: fresh.id, display: '方*棠', status: 'accepted', samePlate: false },
        from: registrations[0]?.from,
        outcome: expect.objectContaining({ measure: 'homeObservation', days: 7 }) as unknown,
      },
    ])
    expect(registrations[0]?.from).not.toBe('')
  })

  it('with the plate that was seen come first, from all the compound', async () => {
    const other = await registered(community, 'resident-1', byCar(OTHER_PLATE))
    const same = await registered(community, 'resident-2', byCar(PLATE, beside))
    await registered(community, 'resident-3', byCar(OTHER_PLATE, beside))
    const { registrations } = await known({ plate: PLATE })
    expect(registrations.map((one) => [one.case, one.samePlate])).toEqual([
      [same.id, true],
      [other.id, false],
    ])
  })

  it('of a wide place are shown where their plate is the same, as far as one may look', async () => {
    await registered(community, 'resident-1', byCar(OTHER_PLATE))
    await registered(community, 'resident-2', byCar(PLATE, 'qinghe-1-2-1-1'))
    const here = await registered(community, 'resident-3', byCar(PLATE))
    const shown = (await known({ place: 'qinghe-1-1', plate: PLATE })).registrations
    expect(shown.map((one) => one.case)).toEqual([here.id])
  })

  it('of one’s own are for somebody else to look at', async () => {
    await registered(community, 'worker-1-1', byCar(PLATE))
    expect((await known({ plate: PLATE })).registrations).toEqual([])
    expect((await known({ plate: PLATE }, 'officer-1')).registrations).toHaveLength(1)
  })
})

describe('households', () => {
  it('of the building are shown masked, with the last day that they reported', async () => {
    const changes: Partial<HouseholdDocument> = { reportedOn: '2026-11-20' }
    const reported = householdStored(community, place.building, changes)
    householdStored(community, beside)
    const { households } = await known()
    expect(households).toMatchObject([
      { id: reported, display: '方*棠', people: 2, reportedOn: '2026-11-20', place: { id: place.building } },
    ])
    expect(JSON.stringify(households)).not.toMatch(/方小棠|1380000/)
  })

  it('of a whole compound are not', async () => {
    householdStored(community, place.building)
    expect((await known({ place: place.compound })).households).toEqual([])
  })
})

describe('earlier tips', () => {
  it('of the place say what was found: the owner has been back since April', async () => {
    const words = '车主四月就回来了，电话 13800001234'
    const id = await visited({ kind: 'unregisteredReturn', plate: PLATE }, words)
    const { tips: earlier } = await known({ plate: PLATE })
    expect(earlier).toMatchObject([
      { id, status: 'known', samePlate: true, result: '车主四月就回来了，电话 ***********' },
    ])
  })

  it('of the same plate are found wherever one may look, and nowhere else', async () => {
    const nextDoor = await visited({ place: 'qinghe-1-2-1-1', plate: PLATE }, '查过', 'worker-1-2')
    const street = await visited({ place: place.elsewhere, plate: PLATE }, '查过', 'worker-2-1')
    expect((await known({ plate: PLATE })).tips).toEqual([])
    const forOfficer = (await known({ plate: PLATE }, 'officer-1')).tips
    expect(forOfficer.map(({ id }) => id)).toEqual([nextDoor])
    const forStreet = (await known({ plate: PLATE }, 'street-officer')).tips
    expect(forStreet.map(({ id }) => id).sort()).toEqual([nextDoor, street].sort())
  })

  it('of the next building are left out, those of the compound as a whole are not', async () => {
    await visited({ place: beside }, '查过')
    const whole = await visited({ place: place.compound }, '查过')
    expect((await known()).tips.map(({ id }) => id)).toEqual([whole])
  })

  it('without a result are none', async () => {
    const first = toldTip(community)
    answered(await tips().see(act(first)))
    expect((await known()).tips).toEqual([])
  })
})

describe('similar tips', () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const similar = async (said: SaidOfTip) => (await reviewed(said)).similar

  it('have the same plate, the same door, or similar words', async () => {
    const plate = toldTip(community, { words: '车停着不走', plate: PLATE })
    const where = toldTip(community, { words: '好像有人', where: '2单元301' })
    const words = toldTip(community, { words: '楼上昨晚回来一家三口' })
    toldTip(community, { words: '完全是另外一件事', plate: OTHER_PLATE, where: '1 单元 102' })
    const said = { words: '楼上昨晚回来一家三口人', plate: PLATE, where: '2 单元 301 室' }
    const shown = await similar(said)
    expect(shown.map(({ id }) => id).slice(2)).toEqual([words.id])
    expect(new Set(shown.slice(0, 2).map(({ id }) => id))).toEqual(new Set([plate.id, where.id]))
    expect(shown[2]?.likeness).toBeGreaterThan(80)
  })

  it('were told within 48 hours', async () => {
    const plate = PLATE
    toldTip(community, { plate, openedAt: hoursAgo(49) })
    const late = toldTip(community, { plate, openedAt: hoursAgo(47) })
    expect((await similar({ plate })).map(({ id }) => id)).toEqual([late.id])
  })

  it('are of the same compound, masked, and not what was joined already', async () => {
    const joined = toldTip(community, { plate: PLATE })
    set(community, 'cases', joined.id, { status: 'joined' })
    toldTip(community, { plate: PLATE, place: 'qinghe-1-1-2-1' })
    toldTip(community, { plate: PLATE, place: beside, words: '打 13800001234' })
    const shown = await similar({ plate: PLATE })
    expect(shown).toMatchObject([{ samePlate: true, sameWhere: false, words: '打 ***********' }])
  })

  it('of the next grid are not for whoever has taken a tip to the whole of theirs', async () => {
    const plate = PLATE
    const there = toldTip(community, { place: beside, plate })
    toldTip(community, { place: 'qinghe-1-2-1-1', plate })
    const tip = toldTip(community, { plate })
    answered(await tips().dispatch({ ...act(tip), place: 'qinghe-1-1', words: '' }))
    const { similar: shown } = answered(await tips().review({ case: tip.id }))
    expect(shown.map(({ id }) => id)).toEqual([there.id])
  })

  it('at doors of the same number in two buildings are not', async () => {
    toldTip(community, { place: beside, words: '有人', where: '2-301' })
    expect(await similar({ words: '完全是另外一件事', where: '2-301' })).toEqual([])
  })
})
