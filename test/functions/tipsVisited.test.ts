import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import { staffPhones } from '../../local/demo/places'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { familyOf, reportOf } from './support/reports'
import { demoHousehold, householdIn, householdStored } from './support/households'
import { insert } from './support/keeping'
import { bytesAt } from './support/pictures'
import { act, place, registration } from './support/registrations'
import { tipOf, toldTip } from './support/tips'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const PLATE = '示A0123D'
const worker = () => community.as('worker-1-1')

interface Family {
  account: string
  household: string
  registration: string
  alert: string
}

let families = 0

/** A family in which somebody has come back by car and somebody is unwell; each is like the other. */
async function newFamily(): Promise<Family> {
  families += 1
  const account = `family-${families}`
  community.cloud.wechat.consents.give(account, 'caseProgress', 10)
  const family = familyOf(community, account)
  const { unwell } = answered(
    await community.as(account).selfReport.report(reportOf(family, [{ temperature: '38.2' }])),
  )
  const registered = answered(await community.as(account).returnee.register(registration()))
  return { account, household: family._id, registration: registered.id, alert: unwell[0]?.alert ?? '' }
}

/** Everything that a family can be answered, and the messages that they got. */
async function seenBy({ account, household, registration: id, alert }: Family): Promise<unknown> {
  const own = community.as(account)
  const { address } = answered(await own.myData.export({}))
  const phone = staffPhones.get('worker-1-1') ?? ''
  return {
    me: answered(await own.people.me({})),
    households: answered(await own.households.mine({})),
    alert: answered(await own.healthAlerts.show({ case: alert })),
    registrations: answered(await own.returnee.mine({})),
    registration: answered(await own.returnee.show({ case: id })),
    stored: answered(await own.myData.show({})),
    exported: await readXlsxFile(await bytesAt(address)),
    caller: answered(await own.calls.check({ household, phone })),
    place: answered(await own.places.show({ place: place.building })),
    messages: community.cloud.wechat.outbox
      .latest(100, account)
      .map(({ page, template, fields }) => ({ page, template, fields })),
  }
}

/** Ids by the order in which they come, times not at all: what is left differs only where an answer does. */
function likened(seen: unknown): string {
  const ids = new Map<string, string>()
  return JSON.stringify(seen, null, 1)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      ids.set(id, ids.get(id) ?? `id ${ids.size}`)
      return ids.get(id) ?? ''
    })
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?Z?)?/g, 'a time')
}

const visit = { result: 'answered', words: '' } as const
const results = ['confirm', 'alreadyKnown', 'refute', 'leaveOpen', 'suspect'] as const

/** Somebody goes there because of a tip about this very car, looks at all there is to see, and writes what they found. */
async function visitAfterTip(
  event: (typeof results)[number],
  { household, registration: to }: Family,
): Promise<void> {
  const tips = worker().tips
  const tip = toldTip(community, { plate: PLATE, words: '隔壁的车', where: '301' })
  answered(await tips.review({ case: tip.id }))
  const opened = answered(await tips.see(act(tip)))
  const shown = answered(await tips.reveal({ ...act(opened), words: '上门前核对' }))
  const visited = answered(await tips[event]({ ...act(shown), words: '邻居举报，四月就回来了', household }))
  if (event === 'confirm' || event === 'alreadyKnown') answered(await tips.lead({ ...act(visited), to }))
}

describe('a family that was visited after a tip', () => {
  let routine: string
  beforeAll(async () => {
    const family = await newFamily()
    answered(await worker().calls.visit({ submission: randomUUID(), household: family.household, ...visit }))
    routine = likened(await seenBy(family))
  })

  it.each(results)('is answered in everything as after a routine check: %s', async (event) => {
    const family = await newFamily()
    await visitAfterTip(event, family)
    expect(likened(await seenBy(family))).toBe(routine)
  })

  it('is answered otherwise than one that nobody has visited', async () => {
    expect(likened(await seenBy(await newFamily()))).not.toBe(routine)
  })
})

describe('the line of a visit', () => {
  const opened = async () => answered(await worker().tips.see(act(toldTip(community))))
  const said = async (household: string) => ({ ...act(await opened()), words: '没有', household })

  it('is written once, however often the result is sent', async () => {
    const household = householdStored(community, place.building)
    const result = await said(household)
    const answers = await Promise.all([1, 2, 3].map(() => worker().tips.refute(result)))
    expect(answers.map((answer) => answered(answer).status)).toEqual(Array(3).fill('unfounded'))
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('is not written by whoever comes second with a result', async () => {
    const household = householdStored(community, place.building)
    const tip = await opened()
    const words = '没有'
    const [first, second] = await Promise.all([
      worker().tips.refute({ ...act(tip), words, household }),
      community.as('officer-1').tips.refute({ ...act(tip), words, household }),
    ])
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('costs five database requests with the result', async () => {
    const result = await said(householdStored(community, place.building))
    expect(await community.costOf(() => worker().tips.refute(result))).toHaveLength(5)
  })

  it.each<[string, () => string]>([
    ['elsewhere', () => householdStored(community, place.elsewhere)],
    ['that is not there', () => randomUUID()],
    [
      'that is being deleted',
      () => {
        const household = demoHousehold(place.building, { deletion: 'a batch' })
        insert(community, 'households', [household])
        return household._id
      },
    ],
  ])('is not written for a household %s', async (_what, household) => {
    const result = await said(household())
    const answer = await worker().tips.refute(result)
    expect(refusal(answer)).toMatchObject({ code: 'invalidInput', fields: { household: 'householdUnknown' } })
    expect(tipOf(community, result.case).status).toBe('seen')
  })

  it('is not needed where nobody’s door was knocked at', async () => {
    const result = { ...act(await opened()), words: '没有人' }
    expect(answered(await worker().tips.leaveOpen(result)).status).toBe('undetermined')
  })
})
