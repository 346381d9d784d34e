import { addDays, instantAt } from '@contract/calendar'
import { liftDays } from '@contract/keeping'
import { answered, openCommunity, refusal, type Community } from './support/community'
import {
  beginAnew,
  caseIds,
  certificates,
  expire,
  fireTimer,
  holdOn,
  minutesFromNow,
  set,
  stored,
  submission,
} from './support/keeping'
import { place, registered, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

const keeping = (openid: string) => community.as(openid).keeping

describe('a legal hold', () => {
  it('keeps one case past its period and no other, and the certificate says so', async () => {
    const [held, other] = [
      await registered(community, 'resident-1'),
      await registered(community, 'resident-2'),
    ]
    const view = answered(await keeping('street-officer').hold(holdOn({ case: held.id })))
    expect(view).toMatchObject({ case: { id: held.id, display: '方*棠' }, by: { role: 'streetOfficer' } })
    for (const { id } of [held, other]) expire(community, id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([held.id])
    expect((await certificates(community))[0]).toMatchObject({ held: 1, numbers: { cases: 1 } })
  })

  it('keeps everything at a place, until it is released', async () => {
    const inside = await registered(community, 'resident-1')
    const outside = await registered(community, 'resident-2', {
      household: { place: place.elsewhere, door: '301' },
    })
    const { id } = answered(await keeping('administrator').hold(holdOn()))
    for (const one of [inside, outside]) expire(community, one.id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([inside.id])

    const release = { place: 'qinghe-1', hold: id, words: '调查结束' }
    expect(answered(await keeping('street-officer').release(release))).toBeNull()
    expect(answered(await keeping('street-officer').list({ place: 'qinghe' })).holds).toEqual([])
    await fireTimer(community)
    expect(caseIds(community)).toEqual([])
  })

  it('is over at the end of its last day', async () => {
    const held = await registered(community, 'resident-1')
    const { id } = answered(await keeping('administrator').hold(holdOn({ until: today })))
    expire(community, held.id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([held.id])
    set(community, 'holds', id, { endsAt: minutesFromNow(-1) })
    await fireTimer(community)
    expect(caseIds(community)).toEqual([])
  })

  it('is shown to those who look after the place, its words sealed where they are stored', async () => {
    answered(await keeping('administrator').hold(holdOn({ words: '纪检调查，涉及 13800001234' })))
    const { holds } = answered(await keeping('officer-1').list({ place: 'qinghe-1-1' }))
    expect(holds).toMatchObject([{ words: '纪检调查，涉及 13800001234', until: addDays(today, 30) }])
    expect(answered(await keeping('officer-2').list({ place: 'qinghe-2' })).holds).toEqual([])
    expect((await community.storedBytes()).includes('纪检调查')).toBe(false)
  })

  it('is one when it is sent twice', async () => {
    const input = holdOn()
    const first = answered(await keeping('administrator').hold(input))
    expect(answered(await keeping('administrator').hold(input))).toEqual(first)
    expect(refusal(await keeping('street-officer').hold(input)).code).toBe('submissionTaken')
  })

  it('is refused for a case elsewhere, like for one that is not there', async () => {
    const { id } = await registered(community, 'resident-1')
    const elsewhere = await keeping('street-officer').hold(holdOn({ case: id, place: 'qinghe-2' }))
    expect(refusal(elsewhere).code).toBe('notFound')
    expect(await keeping('street-officer').hold(holdOn({ case: submission() }))).toEqual(elsewhere)
  })

  it.each([
    ['that was over yesterday', addDays(today, -1)],
    ['longer than a year', addDays(today, 400)],
  ])('is refused until a day %s', async (_title, until) => {
    expect(refusal(await keeping('administrator').hold(holdOn({ until }))).fields).toEqual({
      until: 'outOfRange',
    })
  })
})

describe('the end of an outbreak', () => {
  const announcement = (changes: object = {}) => ({
    submission: submission(),
    place: 'qinghe',
    days: liftDays.usual as number,
    words: '本次疫情已结束',
    ...changes,
  })
  const announced = async (changes: object = {}) =>
    answered(await keeping('administrator').announceLift(announcement(changes)))
  const confirmed = async (lift: string, at = 'qinghe') =>
    answered(await keeping('street-officer').confirmLift({ place: at, lift }))

  it('is announced by one and confirmed by another, and counts down by whole days', async () => {
    const lift = await announced()
    expect(lift).toMatchObject({ status: 'announced', endsAt: null, mayConfirm: false })
    const own = await keeping('administrator').confirmLift({ place: 'qinghe', lift: lift.id })
    expect(refusal(own).code).toBe('notYourOwn')
    const counting = await confirmed(lift.id)
    expect(counting).toMatchObject({ status: 'counting', confirmed: { role: 'streetOfficer' } })
    expect(counting.endsAt).toBe(instantAt(addDays(today, liftDays.usual + 1), 0).toISOString())
    expect(await confirmed(lift.id)).toEqual(counting)
  })

  it('deletes nothing before its countdown is over', async () => {
    const { id } = await registered(community, 'resident-1')
    await confirmed((await announced()).id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([id])
  })

  it('deletes then every case from before it below the place, the counts stay', async () => {
    const first = await registered(community, 'resident-1')
    const elsewhere = await registered(community, 'resident-2', {
      household: { place: place.elsewhere, door: '301' },
    })
    const lift = await announced({ place: 'qinghe-1' })
    await confirmed(lift.id, 'qinghe-1')
    set(community, 'lifts', lift.id, { endsAt: minutesFromNow(-1) })
    set(community, 'cases', first.id, { openedAt: minutesFromNow(-2) })
    const later = await registered(community, 'resident-3')
    await fireTimer(community)
    expect(caseIds(community).sort()).toEqual([elsewhere.id, later.id].sort())
    expect((await certificates(community))[0]).toMatchObject({ reasons: { lift: 1 }, kinds: { returnee: 1 } })
    expect(stored(community, 'lifts')).toMatchObject([{ status: 'over' }])
  })

  it('waits for what is held, and deletes it when the hold is over', async () => {
    const { id } = await registered(community, 'resident-1')
    const { id: hold } = answered(
      await keeping('administrator').hold({
        submission: submission(),
        place: 'qinghe-1',
        case: id,
        until: addDays(today, 30),
        words: '诉讼证据',
      }),
    )
    const lift = await announced()
    await confirmed(lift.id)
    set(community, 'lifts', lift.id, { endsAt: new Date() })
    await fireTimer(community)
    expect([caseIds(community), stored(community, 'lifts')]).toMatchObject([[id], [{ status: 'counting' }]])
    answered(await keeping('administrator').release({ place: 'qinghe-1', hold, words: '已结案' }))
    await fireTimer(community)
    expect([caseIds(community), stored(community, 'lifts')]).toMatchObject([[], [{ status: 'over' }]])
  })

  it('is cancelled by either side until the countdown is over', async () => {
    const { id } = await registered(community, 'resident-1')
    const lift = await announced()
    await confirmed(lift.id)
    const cancel = { place: 'qinghe', lift: lift.id, words: '又有新病例' }
    expect(answered(await keeping('street-officer').cancelLift(cancel)).status).toBe('cancelled')
    set(community, 'lifts', lift.id, { endsAt: minutesFromNow(-1) })
    await fireTimer(community)
    expect(caseIds(community)).toEqual([id])

    const over = await announced()
    await confirmed(over.id)
    set(community, 'lifts', over.id, { endsAt: minutesFromNow(-1) })
    const tooLate = await keeping('administrator').cancelLift({ ...cancel, lift: over.id })
    expect(refusal(tooLate).code).toBe('eventNotAllowed')
  })

  it('is told to residents whose data it is about, and to nobody else', async () => {
    await registered(community, 'resident-1')
    const lift = await announced({ place: 'qinghe-1' })
    const lifts = async (openid: string) => answered(await community.as(openid).myData.show({})).lifts
    expect(await lifts('resident-1')).toEqual([])
    const { endsAt } = await confirmed(lift.id, 'qinghe-1')
    expect(await lifts('resident-1')).toMatchObject([{ place: { names: ['青禾街道', '春晓社区'] }, endsAt }])
    expect(await lifts('resident-2')).toEqual([])
  })

  it('is for a community or wider, with a week of notice at least', async () => {
    const narrow = await keeping('administrator').announceLift(announcement({ place: place.compound }))
    expect(refusal(narrow).fields).toEqual({ place: 'placeTooNarrow' })
    const soon = await keeping('administrator').announceLift(announcement({ days: liftDays.least - 1 }))
    expect(refusal(soon).fields).toEqual({ days: 'outOfRange' })
  })

  it('is neither announced by an officer nor confirmed from beside', async () => {
    expect(refusal(await keeping('street-officer').announceLift(announcement())).code).toBe('notAllowed')
    const lift = await announced({ place: 'qinghe-1' })
    const beside = await keeping('officer-2').confirmLift({ place: 'qinghe-2', lift: lift.id })
    expect(refusal(beside).code).toBe('notFound')
    const narrower = await keeping('officer-1').confirmLift({ place: 'qinghe-1-1', lift: lift.id })
    expect(narrower).toEqual(beside)
  })
})
