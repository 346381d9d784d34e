import { randomUUID } from 'node:crypto'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { tallyOf } from './support/looks'
import { act, answersOf, place, registered } from './support/registrations'

const PHONE = '13800001234'
const DOCUMENT = '11010519491231002X'

let community: Community
beforeAll(async () => {
  community = await openCommunity({
    lookTallies: [tallyOf('worker-7-1', 30, 3_601)] as unknown as Document[],
  })
})
afterAll(() => community.close())

const at = (openid: string) => community.as(openid)
const search = (number: string, words = '电话核实') => ({ submission: randomUUID() as string, number, words })
const looksSeenBy = async (openid: string, id = 'qinghe-1') =>
  answered(await at(openid).looks.list({ place: id })).items

describe('seeing the clear text of a case', () => {
  it('is written down: who, when, whose and why', async () => {
    const first = await registered(community, 'resident-1')
    answered(await at('worker-1-1').returnee.reveal({ ...act(first), words: '上门核实' }))
    const [look] = await looksSeenBy('officer-1')
    expect(look).toMatchObject({
      kind: 'reveal',
      by: { post: 'post-worker-1-1', name: '王秀英', role: 'gridWorker', place: { id: 'qinghe-1-1' } },
      cases: [{ id: first.id, kind: 'returnee', display: '方*棠' }],
      words: '上门核实',
    })
    expect(Date.now() - new Date(look?.at ?? 0).getTime()).toBeLessThan(60_000)
  })

  it('that arrives three times at once is one look', async () => {
    const first = await registered(community, 'resident-1')
    const look = { ...act(first), words: '电话核实' }
    const answers = await Promise.all([1, 2, 3].map(() => at('worker-1-1').returnee.reveal(look)))
    for (const answer of answers) expect(answered(answer).answers.person.phone).toBe(PHONE)
    const records = (await looksSeenBy('officer-1')).filter(({ cases }) => cases[0]?.id === first.id)
    expect(records).toHaveLength(1)
  })

  it('cannot borrow the record of another look', async () => {
    const [one, other] = [
      await registered(community, 'resident-1'),
      await registered(community, 'resident-2'),
    ]
    const look = { ...act(one), words: '电话核实' }
    answered(await at('worker-1-1').returnee.reveal(look))
    const borrowed = { ...look, case: other.id, version: other.version }
    expect(refusal(await at('worker-1-1').returnee.reveal(borrowed)).code).toBe('submissionTaken')
    const { timeline } = answered(await at('resident-2').returnee.show({ case: other.id }))
    expect(timeline.map(({ event }) => event)).toEqual(['register'])
  })

  it('of a case elsewhere is refused like one that does not exist, and both are written down', async () => {
    const elsewhere = await registered(community, 'resident-1')
    answered(await at('worker-2-1').looks.find(search('13900000001')))
    const before = (await looksSeenBy('officer-2', 'qinghe-2')).length
    const costs = []
    const refusals: unknown[] = []
    for (const id of [elsewhere.id, randomUUID() as string]) {
      const probe = { case: id, version: 1, submission: randomUUID() as string, words: '看看' }
      const cost = await community.costOf(async () => {
        refusals.push(refusal(await at('worker-2-1').returnee.reveal(probe)))
      })
      costs.push(cost.map(({ action, collection }) => [action, collection]))
    }
    expect(refusals[0]).toEqual(refusals[1])
    expect(refusals[0]).toMatchObject({ code: 'notFound' })
    expect(costs[0]).toEqual(costs[1])
    const looks = await looksSeenBy('officer-2', 'qinghe-2')
    expect(looks.length).toBe(before + 2)
    expect(looks[0]).toMatchObject({ kind: 'reveal', cases: [] })
  })

  it('is not tried by residents: nothing is counted or written down for them', async () => {
    const first = await registered(community, 'resident-1')
    const cost = await community.costOf(() =>
      at('resident-2').returnee.reveal({ ...act(first), words: '看看' }),
    )
    expect(cost.filter(({ collection }) => collection?.startsWith('look'))).toEqual([])
  })
})

describe('a search by number', () => {
  it.each([
    ['a whole telephone number', PHONE],
    ['one in full-width digits with spaces', '１３８ ００００ １２３４'],
    ['an identity number', DOCUMENT],
    ['the telephone number of a companion', '13800005678'],
  ])('finds by %s, masked', async (_title, number) => {
    const first = await registered(community, 'resident-1')
    const found = answered(await at('worker-1-1').looks.find(search(number)))
    expect(found.find(({ id }) => id === first.id)).toMatchObject({
      kind: 'returnee',
      status: 'submitted',
      display: '方*棠',
      place: { id: place.building },
    })
    for (const secret of [PHONE, DOCUMENT, '方小棠']) expect(JSON.stringify(found)).not.toContain(secret)
  })

  it('finds what is decided as well', async () => {
    const first = await registered(community, 'resident-1')
    answered(await at('worker-1-1').returnee.reject({ ...act(first), words: '重复' }))
    const found = answered(await at('worker-1-1').looks.find(search(PHONE)))
    expect(found.find(({ id }) => id === first.id)).toMatchObject({ status: 'rejected', todo: null })
  })

  it('is shown to each of those found, with name and reason, and to the officer above', async () => {
    const person = { name: '余晓风', phone: '13900007777' }
    const first = await registered(community, 'resident-3', { person })
    answered(await at('worker-1-1').looks.find(search(person.phone, '居民要求')))
    const { timeline } = answered(await at('resident-3').returnee.show({ case: first.id }))
    expect(timeline.at(-1)).toMatchObject({ event: 'find', name: '王秀英', words: '居民要求' })
    const [look] = await looksSeenBy('officer-1')
    expect(look).toMatchObject({
      kind: 'search',
      cases: [{ id: first.id, display: '余*风' }],
      words: '居民要求',
    })
  })

  it('for somebody elsewhere answers like a search for nobody, in the same requests, and is written down', async () => {
    const person = { name: '谢远游', phone: '13900008888' }
    await registered(community, 'resident-1', { person })
    const costs = []
    for (const number of [person.phone, '13900000000']) {
      const cost = await community.costOf(async () => {
        expect(answered(await at('worker-2-1').looks.find(search(number)))).toEqual([])
      })
      costs.push(cost.map(({ action, collection }) => [action, collection]))
    }
    expect(costs[0]).toEqual(costs[1])
    const [last, before] = await looksSeenBy('officer-2', 'qinghe-2')
    expect([last, before]).toMatchObject([
      { kind: 'search', cases: [] },
      { kind: 'search', cases: [] },
    ])
  })

  it('does not find who has moved out of my places since', async () => {
    const person = { name: '石有为', phone: '13900006666' }
    const first = await registered(community, 'resident-1', { person })
    const household = { place: place.elsewhere, door: '' }
    answered(
      await at('resident-1').returnee.amend({ ...act(first), answers: answersOf({ person, household }) }),
    )
    expect(answered(await at('worker-1-1').looks.find(search(person.phone)))).toEqual([])
    expect(answered(await at('worker-2-1').looks.find(search(person.phone)))).toHaveLength(1)
  })

  it('that arrives twice is one look, answered the same', async () => {
    const person = { name: '许多多', phone: '13900005555' }
    const first = await registered(community, 'resident-1', { person })
    const sent = search(person.phone)
    const once = answered(await at('worker-1-1').looks.find(sent))
    expect(answered(await at('worker-1-1').looks.find(sent))).toEqual(once)
    const { timeline } = answered(await at('resident-1').returnee.show({ case: first.id }))
    expect(timeline.filter(({ event }) => event === 'find')).toHaveLength(1)
  })

  it('does not find one’s own registration: that is for somebody else to handle', async () => {
    const person = { name: '王秀英', phone: '13900004444' }
    await registered(community, 'worker-1-1', { person })
    expect(answered(await at('worker-1-1').looks.find(search(person.phone)))).toEqual([])
    expect(answered(await at('officer-1').looks.find(search(person.phone)))).toHaveLength(1)
  })

  it.each(['resident-1', 'administrator'])('is refused to %s', async (openid) => {
    expect(refusal(await at(openid).looks.find(search(PHONE))).code).toBe('notAllowed')
  })

  it('of part of a number is refused at the field', async () => {
    expect(refusal(await at('worker-1-1').looks.find(search('1234'))).fields).toEqual({
      number: 'soughtNumber',
    })
  })
})

describe('the list of looks', () => {
  it('shows each officer those by staff below, at their place', async () => {
    const first = await registered(community, 'resident-1')
    answered(await at('officer-1').returnee.reveal({ ...act(first), words: '处置异常' }))
    const bySelf = ({ by }: { by: { post: string } }) => by.post === 'post-officer-1'
    expect((await looksSeenBy('officer-1')).some(bySelf)).toBe(false)
    expect((await looksSeenBy('street-officer', 'qinghe')).some(bySelf)).toBe(true)
    expect((await looksSeenBy('administrator', 'qinghe')).some(bySelf)).toBe(true)
    expect((await looksSeenBy('officer-2', 'qinghe-2')).some(bySelf)).toBe(false)
  })

  it('can be narrowed to one person and goes on page by page', async () => {
    for (let n = 0; n < 21; n += 1) answered(await at('worker-7-1').looks.find(search(`139111100${10 + n}`)))
    const ask = { place: 'qinghe-7', post: 'post-worker-7-1' }
    const first = answered(await at('officer-7').looks.list(ask))
    expect([first.items.length, first.next === null]).toEqual([20, false])
    const rest = answered(await at('officer-7').looks.list({ ...ask, after: first.next ?? undefined }))
    expect([rest.items.length, rest.next]).toEqual([1, null])
    const other = answered(await at('officer-7').looks.list({ ...ask, post: 'post-worker-7-2' }))
    expect(other.items).toEqual([])
  })

  it('is empty below the places where staff serve', async () => {
    expect(await looksSeenBy('officer-1', place.building)).toEqual([])
  })

  it('costs two database requests, and one more for a place not seen before', async () => {
    const cost = await community.costOf(() => looksSeenBy('officer-1'))
    expect(cost.length).toBeLessThanOrEqual(3)
  })

  it.each(['worker-1-1', 'resident-1'])('is refused to %s', async (openid) => {
    expect(refusal(await at(openid).looks.list({ place: 'qinghe-1-1' })).code).toBe('notAllowed')
  })

  it('of a place that is not mine is refused like one that does not exist', async () => {
    const notMine = refusal(await at('officer-1').looks.list({ place: 'qinghe-2' }))
    expect(refusal(await at('officer-1').looks.list({ place: 'nowhere' }))).toEqual(notMine)
  })
})

it('neither the number nor a number in the reason stands in clear in what is stored', async () => {
  const number = '13977776666'
  answered(await at('worker-1-1').looks.find(search(number, '来电 13955554444 要求')))
  const stored = await community.storedBytes()
  for (const secret of [number, '13955554444', '来电'])
    expect(stored.includes(Buffer.from(secret))).toBe(false)
  const [look] = await looksSeenBy('officer-1')
  expect(look?.words).toBe('来电 *********** 要求')
})
