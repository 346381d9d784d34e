import { randomUUID } from 'node:crypto'
import { CODE_TRIES } from '@contract/staff'
import { householdLimits, type MemberDraft } from '@contract/households'
import { answered, refusal } from './support/community'
import { familyOf, four, onHousehold, opening, ownHousehold } from './support/families'
import { householdIn } from './support/households'
import { minutesFromNow, set } from './support/keeping'
import { today } from './support/registrations'
import { useTurnedClock } from './support/turnedClock'

const town = useTurnedClock()

const at = (openid: string) => town.community.as(openid).households

let accounts = 0
const newcomer = () => `newcomer-${(accounts += 1)}`

async function family() {
  const keeper = newcomer()
  return { keeper, ...(await familyOf(town.community, keeper)) }
}

const newborn: MemberDraft = { name: '林冬至', relation: 'child' }

describe('whoever has opened a household, did not hear the answer, and sends it again', () => {
  async function openedAt(id: string, meanwhile: (place: string) => void) {
    const openid = newcomer()
    const input = opening({ place: id })
    const first = answered(await at(openid).open(input))
    meanwhile(id)
    // What an instance remembers of a place is forgotten after a minute.
    await town.clock.turnTo(1)
    const again = await at(openid).open(input)
    const other = await at(openid).open({ ...input, door: '另一户' })
    const stranger = await at(newcomer()).open(input)
    await town.clock.turnTo(0)
    return { first, again, refused: [refusal(other).code, refusal(stranger).code] }
  }

  const [house, ...others] = ['qinghe-1-1-1-1', 'qinghe-1-1-1-2', 'qinghe-1-2-1-1']

  it('is shown it, though the building has been merged into another', async () => {
    const mergedInto = house
    const { first, again, refused } = await openedAt(others[0], (place) =>
      set(town.community, 'places', place, { mergedInto }),
    )
    expect(answered(again)).toMatchObject({ id: first.id, version: 1, door: first.door })
    expect(refused).toEqual(['submissionTaken', 'submissionTaken'])
  })

  it('is shown it, though it was the last that the account may have', async () => {
    const openid = newcomer()
    const inputs = Array.from({ length: householdLimits.households }, () => opening())
    for (const input of inputs) answered(await at(openid).open(input))
    const last = inputs.at(-1)!
    const [one, other] = await Promise.all([at(openid).open(last), at(openid).open(last)])
    expect([answered(one).id, answered(other).id]).toEqual([last.submission, last.submission])
    expect(refusal(await at(openid).open(opening())).fields).toEqual({ place: 'householdsFull' })
  })

  it('is shown it, though nobody can live there any more', async () => {
    const { first, again, refused } = await openedAt(others[1], (place) =>
      set(town.community, 'places', place, { level: 'household' }),
    )
    expect(answered(again)).toMatchObject({ id: first.id, version: 1, door: first.door })
    expect(refused).toEqual(['invalidInput', 'invalidInput'])
  })
})

describe('whoever has added somebody, did not hear the answer, and sends it again', () => {
  async function added(member: MemberDraft = newborn) {
    const home = await family()
    const input = { ...onHousehold(home), submission: randomUUID() as string, member }
    const { version } = answered(await at(home.keeper).add(input))
    const now = await ownHousehold(town.community, home.keeper, home.id)
    return { home, input, version, person: now.members.at(-1)!.id }
  }

  it('is told so, though another phone has corrected the name since', async () => {
    const { home, input, version, person } = await added()
    const on = { household: home.id, version, person }
    answered(await at(home.keeper).change({ ...on, member: { ...newborn, name: '林小寒' } }))
    expect(answered(await at(home.keeper).add(input))).toEqual({ id: home.id, version: version + 1 })
    expect(householdIn(town.community, home.id).members).toHaveLength(5)
  })

  it.each(['movedOut', 'mistake'] as const)('is told so, though they have left again: %s', async (why) => {
    const { home, input, version, person } = await added()
    const on = { household: home.id, version, person }
    answered(await at(home.keeper).leave({ ...on, on: today, why }))
    const before = householdIn(town.community, home.id)
    expect(answered(await at(home.keeper).add(input)).version).toBe(version + 1)
    expect(householdIn(town.community, home.id)).toEqual(before)
  })

  it('is told so where staff, who do not see it, left the telephone blank', async () => {
    const home = await family()
    const her = home.members[2]!
    const gone = { ...onHousehold(home), person: her.id, on: today, why: 'movedOut' } as const
    const { version } = answered(await at(home.keeper).leave(gone))
    const member = { ...four[2]!, phone: '' }
    const input = { household: home.id, version, submission: randomUUID() as string, member }
    const [one, other] = await Promise.all([at('worker-1-1').add(input), at('worker-1-1').add(input)])
    expect(answered(one)).toEqual(answered(other))
    expect((await ownHousehold(town.community, home.keeper, home.id)).members[2]).toMatchObject({
      ...{ left: null, phone: '13800001234' },
    })
  })

  it('cannot say anything else under it', async () => {
    const { home, input } = await added()
    const other = { ...input, member: { ...newborn, name: '林小寒' } }
    expect(refusal(await at(home.keeper).add(other)).code).toBe('submissionTaken')
  })
})

describe('a phone that has joined by a code, did not hear the answer, and sends it again', () => {
  async function joined() {
    const home = await family()
    const { code } = answered(await at(home.keeper).invite({ household: home.id }))
    const daughter = newcomer()
    answered(await at(daughter).join({ code }))
    return { ...home, code, daughter }
  }

  it('is shown the household, though the code has ended', async () => {
    const { id, code, daughter } = await joined()
    const { join } = householdIn(town.community, id)
    set(town.community, 'households', id, { join: { ...join, until: minutesFromNow(-1) } })
    expect(answered(await at(daughter).join({ code }))).toMatchObject({ id, phones: 2 })
  })

  it('is shown the household, though there is a new code', async () => {
    const { id, keeper, code, daughter } = await joined()
    answered(await at(keeper).invite({ household: id }))
    expect(answered(await at(daughter).join({ code }))).toMatchObject({ id, phones: 2 })
    expect(refusal(await at(newcomer()).join({ code })).fields).toEqual({ code: 'codeUnknown' })
  })

  it('is shown the household, though it has no try left', async () => {
    const { id, code, daughter } = await joined()
    for (let n = 1; n < CODE_TRIES; n += 1) refusal(await at(daughter).join({ code: String(10_000_000 + n) }))
    expect(refusal(await at(daughter).join({ code: '10000000' })).code).toBe('tooOften')
    expect(answered(await at(daughter).join({ code }))).toMatchObject({ id, phones: 2 })
  })

  it('is shown nothing of what it has quit since', async () => {
    const { id, keeper, code, daughter } = await joined()
    answered(await at(daughter).quit({ household: id }))
    answered(await at(keeper).invite({ household: id }))
    expect(refusal(await at(daughter).join({ code })).fields).toEqual({ code: 'codeUnknown' })
    expect(JSON.stringify(householdIn(town.community, id))).not.toContain(daughter)
  })
})

it('that somebody has left is not refused by a clock that is still at the day before', async () => {
  const home = await family()
  const input = { ...onHousehold(home), person: home.members[1]!.id, on: today, why: 'away' } as const
  const first = answered(await at(home.keeper).leave(input))
  await town.clock.turnTo(-1)
  const again = await at(home.keeper).leave(input)
  const another = await at(home.keeper).leave({ ...input, why: 'died' })
  await town.clock.turnTo(0)
  expect(answered(again)).toEqual(first)
  expect(refusal(another).fields).toEqual({ on: 'dayInFuture' })
})
