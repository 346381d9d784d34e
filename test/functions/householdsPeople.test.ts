import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import type { MemberDraft } from '@contract/households'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { dayWith, familyOf, four, onHousehold, ownHousehold } from './support/families'
import { householdIn } from './support/households'
import { set } from './support/keeping'
import { today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const me = 'resident-1'
const mine = () => community.as(me).households
const grandmother: MemberDraft = {
  name: '林霜降',
  relation: 'parent',
  document: { kind: 'passport', number: 'P7654321' },
}

let account = 0
/** A family of its own for each test. */
async function family() {
  const openid = `family-${(account += 1)}`
  const { households } = community.as(openid)
  const home = await familyOf(community, openid)
  return {
    ...home,
    openid,
    households,
    now: () => ownHousehold(community, openid, home.id),
    add: (on: { id: string; version: number }, member: MemberDraft, submission: string = randomUUID()) =>
      households.add({ ...onHousehold(on), submission, member }),
  }
}

const namesOf = ({ members }: { members: { name: string; left: unknown }[] }) =>
  members.filter(({ left }) => left === null).map(({ name }) => name)

describe('adding somebody', () => {
  it('takes who has no telephone and no document', async () => {
    const home = await family()
    expect(answered(await home.add(home, { name: '林冬至', relation: 'child' }))).toEqual({
      id: home.id,
      version: 2,
    })
    expect(namesOf(await home.now())).toContain('林冬至')
  })

  it('adds them once, however often it is sent', async () => {
    const home = await family()
    const submission = randomUUID()
    const first = answered(await home.add(home, grandmother, submission))
    expect(answered(await home.add(home, grandmother, submission))).toEqual(first)
    expect((await home.now()).members).toHaveLength(5)
  })

  it('costs the family two database requests', async () => {
    const home = await family()
    const cost = await community.costOf(() => home.add(home, grandmother))
    expect(cost).toHaveLength(2)
  })

  it('refuses a document that one of them has shown already', async () => {
    const home = await family()
    const twin = { name: '方小棠', relation: 'relative', document: four[0]!.document } as const
    expect(refusal(await home.add(home, twin)).fields).toEqual({ 'member.document.number': 'repeated' })
  })

  it('brings back who has left, instead of having them twice', async () => {
    const home = await family()
    const her = home.members[2]!
    const gone = answered(
      await home.households.leave({ ...onHousehold(home), person: her.id, on: today, why: 'movedOut' }),
    )
    const submission = randomUUID()
    const again = { ...four[2]!, phone: '13800004321' }
    const back = answered(await home.add(gone, again, submission))
    expect(answered(await home.add(gone, again, submission))).toEqual(back)
    const { members } = await home.now()
    expect(members).toHaveLength(4)
    expect(members[2]).toMatchObject({ id: her.id, left: null, phone: '13800004321' })
  })

  it('takes the same person into another household without a word: nobody learns where they live', async () => {
    const [one, other] = [await family(), await family()]
    answered(await one.add(one, grandmother))
    expect(answered(await other.add(other, grandmother))).toEqual({ id: other.id, version: 2 })
  })

  it('gives somebody another id in another household, though the same was sent', async () => {
    const [one, other] = [await family(), await family()]
    const submission = randomUUID()
    for (const home of [one, other]) answered(await home.add(home, grandmother, submission))
    const ids = [one, other].map(({ id }) => householdIn(community, id).members[4]!.id)
    expect(new Set(ids).size).toBe(2)
  })

  it('lets one of two phones win that add somebody at the same moment', async () => {
    const home = await family()
    const both = await Promise.all([
      home.add(home, grandmother),
      home.add(home, { name: '林冬至', relation: 'child' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(['changedMeanwhile'])
    expect((await home.now()).members).toHaveLength(5)
  })

  it('takes one keeper only', async () => {
    const home = await family()
    expect(refusal(await home.add(home, { ...grandmother, relation: 'self' })).fields).toEqual({
      'member.relation': 'repeated',
    })
  })

  it('makes today incomplete again', async () => {
    const home = await family()
    const values = Object.fromEntries(home.members.map(({ id }) => [id, 36.5]))
    const days = [dayWith(today, values), dayWith(addDays(today, -1), values)]
    set(community, 'households', home.id, { days, reportedOn: today })
    answered(await home.add(home, grandmother))
    expect((await home.now()).reportedOn).toBe(addDays(today, -1))
  })
})

describe('changing somebody', () => {
  const change = async (home: Awaited<ReturnType<typeof family>>, index: number, member: MemberDraft) =>
    home.households.change({ ...onHousehold(await home.now()), person: home.members[index]!.id, member })

  it('keeps what was said, sealed and masked anew', async () => {
    const home = await family()
    answered(await change(home, 0, { ...four[0]!, name: '欧阳小棠', phone: '13800009999' }))
    expect((await home.now()).members[0]).toMatchObject({ name: '欧阳小棠', phone: '13800009999' })
    expect(householdIn(community, home.id).display).toBe('欧**棠')
  })

  it('does nothing where nothing is different', async () => {
    const home = await family()
    expect(answered(await change(home, 0, four[0]!)).version).toBe(1)
  })

  it('does not take the last telephone away', async () => {
    const home = await family()
    for (const index of [1, 2, 3]) answered(await change(home, index, { ...four[index]!, phone: '' }))
    expect(refusal(await change(home, 0, { ...four[0]!, phone: '' })).fields).toEqual({
      'member.phone': 'phoneNeeded',
    })
  })

  it('lets staff, who see neither telephone nor document, leave both as they are', async () => {
    const home = await family()
    const member = { name: '方小棠', relation: 'self' } as const
    const on = { ...onHousehold(home), person: home.members[0]!.id }
    answered(await community.as('worker-1-1').households.change({ ...on, member }))
    expect((await home.now()).members[0]).toMatchObject({
      phone: '13800001234',
      document: { kind: 'residentId', number: '11010519491231002X' },
    })
  })

  it('is for the family and for staff of the place only', async () => {
    const home = await family()
    const input = { ...onHousehold(home), person: home.members[0]!.id, member: four[1]! }
    for (const stranger of [me, 'worker-2-1', 'gate-keeper', 'inspector', 'administrator']) {
      expect(refusal(await community.as(stranger).households.change(input)).code).toBe('notFound')
    }
    const missing = { ...input, household: randomUUID() }
    expect(refusal(await mine().change(missing))).toEqual(refusal(await mine().change(input)))
  })

  it('tells that there is no such person in this household', async () => {
    const [one, other] = [await family(), await family()]
    const input = { ...onHousehold(one), person: other.members[0]!.id, member: four[1]! }
    expect(refusal(await one.households.change(input)).fields).toEqual({ person: 'personUnknown' })
  })
})

describe('leaving', () => {
  it('is done once, however often it is sent', async () => {
    const home = await family()
    const input = { ...onHousehold(home), person: home.members[1]!.id, on: today, why: 'away' } as const
    const first = answered(await home.households.leave(input))
    expect(answered(await home.households.leave(input))).toEqual(first)
    expect((await home.now()).members[1]!.left).toEqual({ on: today, why: 'away' })
  })

  it('cannot be tomorrow', async () => {
    const home = await family()
    const input = {
      ...onHousehold(home),
      person: home.members[1]!.id,
      on: addDays(today, 1),
      why: 'away',
    } as const
    expect(refusal(await home.households.leave(input)).fields).toEqual({ on: 'dayInFuture' })
  })

  it('takes who was entered by mistake out of everything that is stored', async () => {
    const home = await family()
    const [first, wrong] = home.members
    const days = [dayWith(today, { [first!.id]: 36.5, [wrong!.id]: 36.6 })]
    set(community, 'households', home.id, { days })
    const input = { ...onHousehold(home), person: wrong!.id, on: today, why: 'mistake' } as const
    answered(await home.households.leave(input))
    expect(answered(await home.households.leave(input)).version).toBe(2)
    expect(JSON.stringify(householdIn(community, home.id))).not.toContain(wrong!.id)
  })

  it('can be taken back', async () => {
    const home = await family()
    const person = home.members[1]!.id
    const gone = answered(
      await home.households.leave({ ...onHousehold(home), person, on: today, why: 'away' }),
    )
    answered(await home.households.comeBack({ ...onHousehold(gone), person }))
    expect(namesOf(await home.now())).toHaveLength(4)
  })

  it('of everybody leaves nobody whom a list would miss', async () => {
    const home = await family()
    let on: { id: string; version: number } = home
    for (const { id } of home.members) {
      on = answered(
        await home.households.leave({ ...onHousehold(on), person: id, on: today, why: 'movedOut' }),
      )
    }
    expect(householdIn(community, home.id).reportedOn).toBe('~')
    expect((await home.now()).reportedOn).toBeNull()
  })
})
