import { randomUUID } from 'node:crypto'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { set } from './support/keeping'
import { arrived, empty, tipSaying } from './support/letters'
import { act, place, registered } from './support/registrations'
import { tipOf, toldTip } from './support/tips'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').tips
const officer = () => community.as('officer-1').tips

describe('joining', () => {
  const pair = () => [toldTip(community), toldTip(community)] as const

  it('closes the one and lets the other be handled, beside which it is shown', async () => {
    const [one, other] = pair()
    expect(answered(await worker().join({ ...act(one), into: other.id })).status).toBe('joined')
    expect(tipOf(community, one.id)).toMatchObject({ todo: null, body: { into: other.id } })
    const shown = answered(await worker().review({ case: other.id }))
    expect(shown.joined.map(({ id }) => id)).toEqual([one.id])
    expect(shown.similar.map(({ id }) => id)).not.toContain(one.id)
    expect(answered(await worker().review({ case: one.id })).into).toBe(other.id)
  })

  it('keeps each receipt alive: it tells of the tip that is handled, until they are separated', async () => {
    const at = { place: 'qinghe-4-1-1-1' }
    const receipt = await arrived(community, 'neighbour-1', { ...at, words: '第一个人说的' })
    await arrived(community, 'neighbour-2', { ...at, words: '第二个人说的' })
    const [one, other] = [tipSaying(community, '第一个人说的'), tipSaying(community, '第二个人说的')]
    const there = community.as('worker-4-1').tips
    const joined = answered(await there.join({ ...act({ id: one._id, version: 1 }), into: other._id }))
    const opened = answered(await there.see(act({ id: other._id, version: 1 })))
    answered(await there.refute({ ...act(opened), words: '亲戚的车，没有人返乡' }))
    const follow = async () => answered(await community.as('anybody').letterbox.follow({ receipt }))
    expect((await follow()).status).toBe('unfounded')
    answered(await there.separate(act(joined)))
    expect((await follow()).status).toBe('told')
  })

  it('sends what its teller adds to the one that is handled', async () => {
    const at = { place: 'qinghe-4-2-1-1' }
    const receipt = await arrived(community, 'neighbour-3', { ...at, words: '先说的' })
    const one = tipSaying(community, '先说的')
    const other = toldTip(community, at)
    const there = community.as('worker-4-2').tips
    answered(await there.join({ ...act({ id: one._id, version: 1 }), into: other.id }))
    const letter = randomUUID()
    answered(await community.as('anybody').letterbox.add({ receipt, letter, words: '车又动了' }))
    await empty(community)
    const { version } = tipOf(community, other.id)
    const revealed = answered(await there.reveal({ ...act({ id: other.id, version }), words: '核实' }))
    expect(revealed.additions).toEqual(['车又动了'])
  })

  it('with one that is closed with a result is allowed', async () => {
    const [one, other] = pair()
    answered(await worker().refute({ ...act(answered(await worker().see(act(other)))), words: '没有' }))
    expect(answered(await worker().join({ ...act(one), into: other.id })).status).toBe('joined')
  })

  it('separating sends somebody there, as urgent as its kind is', async () => {
    const [other, one] = [toldTip(community), toldTip(community, { kind: 'gathering' })]
    const joined = answered(await worker().join({ ...act(one), into: other.id }))
    expect(answered(await worker().separate(act(joined))).status).toBe('told')
    expect(tipOf(community, one.id)).toMatchObject({
      todo: { role: 'gridWorker', urgency: 1 },
      body: { into: null },
    })
  })

  it.each<[string, () => string | Promise<string>]>([
    ['itself', () => ''],
    ['a tip of another compound', () => toldTip(community, { place: 'qinghe-1-1-2-1' }).id],
    ['a tip that one may not see', () => toldTip(community, { place: place.elsewhere }).id],
    ['one that is not there', () => randomUUID()],
    ['a registration', async () => (await registered(community, 'resident-2')).id],
    [
      'one that was joined itself',
      async () => {
        const [one, other] = pair()
        answered(await worker().join({ ...act(one), into: other.id }))
        return one.id
      },
    ],
    [
      'one that is before officers for malice',
      () => {
        const { id } = toldTip(community)
        set(community, 'cases', id, { status: 'accused' })
        return id
      },
    ],
  ])('with %s is refused', async (_what, given) => {
    const tip = toldTip(community)
    const into = (await given()) || tip.id
    const answer = await worker().join({ ...act(tip), into })
    expect(refusal(answer)).toMatchObject({ code: 'invalidInput', fields: { into: 'tipUnknown' } })
    expect(tipOf(community, tip.id).status).toBe('told')
  })

  it('with one that is joined to it at that very moment is taken back, and so it stays when it is sent again', async () => {
    const [one, other] = pair()
    const end = answerInstead('database.modifyDocument', (usual) => (fields, context) => {
      end()
      set(community, 'cases', other.id, { status: 'joined', 'body.into': one.id })
      return usual(fields, context)
    })
    const joining = { ...act(one), into: other.id }
    expect(refusal(await worker().join(joining)).code).toBe('changedMeanwhile')
    expect(tipOf(community, one.id)).toMatchObject({ status: 'told', body: { into: null } })
    expect(refusal(await worker().join(joining)).code).toBe('changedMeanwhile')
  })

  it('of two with each other at the same moment never leaves both unhandled', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const [one, other] = pair()
      await Promise.all([
        worker().join({ ...act(one), into: other.id }),
        officer().join({ ...act(other), into: one.id }),
      ])
      const open = [one, other].filter(({ id }) => tipOf(community, id).status === 'told')
      expect(open.length).toBeGreaterThanOrEqual(1)
    }
  })
})
