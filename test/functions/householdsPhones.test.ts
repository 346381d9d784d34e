import { randomUUID } from 'node:crypto'
import { CODE_TRIES } from '@contract/staff'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { familyOf, onHousehold, ownHousehold } from './support/families'
import { householdIn } from './support/households'
import { minutesFromNow, set } from './support/keeping'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

let account = 0
const newcomer = () => `newcomer-${(account += 1)}`

const inviteTo = async (openid: string, household: string) =>
  answered(await community.as(openid).households.invite({ household }))

const join = (openid: string, code: string) => community.as(openid).households.join({ code })

async function invitingFamily() {
  const keeper = newcomer()
  const home = await familyOf(community, keeper)
  return { ...home, keeper, ...(await inviteTo(keeper, home.id)) }
}

describe('a second phone of the family', () => {
  it('joins by the code, as it was read out and typed', async () => {
    const { id, code } = await invitingFamily()
    expect(code).toMatch(/^\d{8}$/)
    const daughter = newcomer()
    const typed = `${code.slice(0, 4)} ${code.slice(4)}`
    expect(answered(await join(daughter, typed))).toMatchObject({ id, phones: 2, door: '2 单元 301' })
    expect(answered(await join(daughter, code)).phones).toBe(2)
  })

  it('sees names and telephones, but no document that another phone has typed', async () => {
    const { code, keeper, id } = await invitingFamily()
    const daughter = newcomer()
    const [first] = answered(await join(daughter, code)).members
    expect(first).toMatchObject({ name: '方小棠', phone: '13800001234', document: null, hasDocument: true })
    const [own] = (await ownHousehold(community, keeper, id)).members
    expect(own?.document).toEqual({ kind: 'residentId', number: '11010519491231002X' })
  })

  it('does not erase that document by changing something else', async () => {
    const { code, keeper, id } = await invitingFamily()
    const daughter = newcomer()
    const joined = answered(await join(daughter, code))
    const member = { name: '方小唐', phone: '13800001234', relation: 'self' } as const
    const on = { ...onHousehold(joined), person: joined.members[0]!.id }
    answered(await community.as(daughter).households.change({ ...on, member }))
    const [own] = (await ownHousehold(community, keeper, id)).members
    expect(own).toMatchObject({ name: '方小唐', document: { number: '11010519491231002X' } })
  })

  it('joins with several others while the code lasts, up to ten', async () => {
    const { id, code } = await invitingFamily()
    for (let n = 0; n < 9; n += 1) answered(await join(newcomer(), code))
    expect(refusal(await join(newcomer(), code)).fields).toEqual({ code: 'phonesFull' })
    expect(householdIn(community, id).accounts).toHaveLength(10)
  })

  it('is lost by none of two that join at the same moment', async () => {
    const { id, code } = await invitingFamily()
    const both = await Promise.all([join(newcomer(), code), join(newcomer(), code)])
    for (const one of both) answered(one)
    expect(householdIn(community, id).accounts).toHaveLength(3)
  })

  it('may report for five households itself', async () => {
    const { code } = await invitingFamily()
    const busy = newcomer()
    for (let n = 0; n < 5; n += 1) await familyOf(community, busy)
    expect(refusal(await join(busy, code)).fields).toEqual({ code: 'householdsFull' })
  })
})

describe('a code', () => {
  const unknown = { code: 'codeUnknown' }

  it('that is wrong, has ended or has been replaced is one answer', async () => {
    const { id, code, keeper } = await invitingFamily()
    expect(refusal(await join(newcomer(), code === '00000000' ? '00000001' : '00000000')).fields).toEqual(
      unknown,
    )
    const next = await inviteTo(keeper, id)
    expect(refusal(await join(newcomer(), code)).fields).toEqual(unknown)
    const { join: kept } = householdIn(community, id)
    set(community, 'households', id, { join: { ...kept, until: minutesFromNow(-1) } })
    expect(refusal(await join(newcomer(), next.code)).fields).toEqual(unknown)
  })

  it('that two households happen to have opens neither', async () => {
    const [one, other] = [await invitingFamily(), await invitingFamily()]
    set(community, 'households', other.id, { join: householdIn(community, one.id).join })
    expect(refusal(await join(newcomer(), one.code)).fields).toEqual(unknown)
  })

  it('cannot be guessed: tries are counted', async () => {
    const guesser = newcomer()
    const outcomes = []
    for (let n = 0; n <= CODE_TRIES; n += 1)
      outcomes.push(refusal(await join(guesser, `1000000${n % 10}`)).code)
    expect(outcomes.slice(0, CODE_TRIES)).toEqual(Array(CODE_TRIES).fill('invalidInput'))
    expect(outcomes.at(-1)).toBe('tooOften')
  })

  it('is not kept in clear', async () => {
    const { id, code } = await invitingFamily()
    expect(JSON.stringify(householdIn(community, id))).not.toContain(code)
  })

  it('is made by the family only', async () => {
    const { id } = await familyOf(community, newcomer())
    for (const openid of ['worker-1-1', 'street-officer', newcomer()]) {
      expect(refusal(await community.as(openid).households.invite({ household: id })).code).toBe('notFound')
    }
  })
})

describe('quitting', () => {
  const quit = async (openid: string, household: string) =>
    answered(await community.as(openid).households.quit({ household }))

  it('leaves the household to the others', async () => {
    const { id, code, keeper } = await invitingFamily()
    const daughter = newcomer()
    answered(await join(daughter, code))
    await quit(keeper, id)
    expect(answered(await community.as(keeper).households.mine({}))).toEqual([])
    expect((await ownHousehold(community, daughter, id)).phones).toBe(1)
  })

  it('of the last account leaves it to staff; the account sees it no more', async () => {
    const { id, keeper } = await invitingFamily()
    await quit(keeper, id)
    await quit(keeper, id)
    const gone = { household: id, hour: 8 }
    expect(refusal(await community.as(keeper).households.remind(gone)).code).toBe('notFound')
    expect(answered(await community.as('worker-1-1').households.review({ household: id })).phones).toBe(0)
  })

  it('of the last account ends its code: nobody joins what is to be forgotten', async () => {
    const { id, keeper, code } = await invitingFamily()
    await quit(keeper, id)
    expect(refusal(await join(newcomer(), code)).fields).toEqual({ code: 'codeUnknown' })
  })

  it('does not let the submission that opened it show it again', async () => {
    const keeper = newcomer()
    const submission = randomUUID()
    const { id } = await familyOf(community, keeper, { submission })
    await quit(keeper, id)
    const again = await community.as(keeper).households.quit({ household: id })
    expect(again).toEqual({ ok: true, data: null })
    await expect(familyOf(community, keeper, { submission })).rejects.toThrow('submissionTaken')
  })

  it('is answered alike for a household of strangers and for none', async () => {
    const { id } = await familyOf(community, newcomer())
    const stranger = newcomer()
    await quit(stranger, id)
    await quit(stranger, randomUUID())
    expect(householdIn(community, id)).toMatchObject({ version: 1 })
  })
})
