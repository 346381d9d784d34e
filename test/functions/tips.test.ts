import { randomUUID } from 'node:crypto'
import type { TipChanged } from '@contract/tips'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { holdOn, insert, stored } from './support/keeping'
import { newPicture, pictureOf as addedPicture, sent, storedPicture } from './support/pictures'
import { act, place, registered, today } from './support/registrations'
import { tipOf, toldTip } from './support/tips'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').tips
const officer = () => community.as('officer-1').tips
const street = () => community.as('street-officer').tips

const HOUR = 3_600_000
const hoursFromNow = (date: Date | undefined) => ((date?.getTime() ?? 0) - Date.now()) / HOUR

/** What somebody was told of a tip, the latest first. */
const toldOf = (openid: string, id: string) =>
  community.cloud.wechat.outbox
    .latest(1000, openid)
    .filter(({ page }) => page === `staffTips/tip/index?id=${id}`)
    .map(({ fields }) => fields.phrase3)

const seen = async (found: { id: string; version: number }): Promise<TipChanged> =>
  answered(await worker().see(act(found)))

describe('whoever opens a tip', () => {
  it('has as long again to go there, and what cannot wait stays on top', async () => {
    const tip = toldTip(community, { kind: 'gathering', dueAt: new Date() })
    await seen(tip)
    const { todo, status } = tipOf(community, tip.id)
    expect(status).toBe('seen')
    expect(todo).toMatchObject({ role: 'gridWorker', urgency: 1 })
    expect(hoursFromNow(todo?.dueAt)).toBeCloseTo(2, 1)
  })

  it('costs two database requests, and to read it with all that is known there eight', async () => {
    const tip = toldTip(community, { plate: '示A0123D' })
    const reading = await community.costOf(() => worker().review({ case: tip.id }))
    const opening = await community.costOf(() => seen(tip))
    expect([reading.length, opening.length]).toEqual([8, 2])
  })

  it('opens it once, however often the page says so', async () => {
    const tip = toldTip(community)
    const once = act(tip)
    const answers = await Promise.all([worker().see(once), worker().see(once), worker().see(once)])
    expect(answers.map((answer) => answered(answer).version)).toEqual([2, 2, 2])
  })

  it('is the community officer where it is said no more exactly', async () => {
    const tip = toldTip(community, { place: 'qinghe-1' })
    expect(refusal(await worker().see(act(tip))).code).toBe('notFound')
    answered(await officer().see(act(tip)))
    const { todo, history } = tipOf(community, tip.id)
    expect([todo?.role, history[1]?.detail]).toEqual(['communityOfficer', { role: 'communityOfficer' }])
  })
})

describe('a tip waits for', () => {
  const waits = async (openid: string, id: string) =>
    answered(await community.as(openid).tips.review({ case: id })).waitsForMe

  it('the grid worker of its place, and not for an officer who only looks', async () => {
    const { id } = toldTip(community)
    expect(await waits('worker-1-1', id)).toBe(true)
    expect(await waits('officer-1', id)).toBe(false)
  })

  it('whoever it was handed to, and nobody else', async () => {
    const tip = toldTip(community)
    answered(await worker().reassign({ ...act(tip), colleague: 'post-officer-1', words: '' }))
    expect(await waits('officer-1', tip.id)).toBe(true)
    expect(await waits('worker-1-1', tip.id)).toBe(false)
  })

  it('nobody once it has a result', async () => {
    const tip = await seen(toldTip(community))
    answered(await worker().refute({ ...act(tip), words: '没有这回事' }))
    expect(await waits('worker-1-1', tip.id)).toBe(false)
  })
})

describe('dispatching', () => {
  it('says more exactly where it is, and tells whoever goes there', async () => {
    const tip = toldTip(community, { place: 'qinghe-1', kind: 'gathering' })
    const going = { ...act(tip), place: place.building, words: '是东苑 1 号楼' }
    expect(answered(await officer().dispatch(going)).status).toBe('told')
    const { at, place: where, todo } = tipOf(community, tip.id)
    expect([at.building, where.id]).toEqual([place.building, place.building])
    expect(todo).toMatchObject({ role: 'gridWorker', assignee: null, urgency: 1 })
    expect(toldOf('worker-1-1', tip.id)).toEqual(['请去核实'])
  })

  it('takes it from whoever it was handed to, and out of their sight', async () => {
    const tip = toldTip(community)
    const handed = answered(
      await officer().reassign({ ...act(tip), colleague: 'post-worker-1-1', words: '' }),
    )
    expect(toldOf('worker-1-1', tip.id)).toEqual(['转给您'])
    answered(await officer().dispatch({ ...act(handed), place: 'qinghe-1-2-1-1', words: '' }))
    expect(tipOf(community, tip.id).todo?.assignee).toBeNull()
    expect(refusal(await worker().review({ case: tip.id })).code).toBe('notFound')
    answered(await community.as('worker-1-2').tips.review({ case: tip.id }))
  })

  it.each([
    ['beyond one’s own places', 'qinghe-2-1-1', 'placeNotYours'],
    ['to a place that is not there', 'nowhere', 'placeUnknown'],
  ])('%s is refused', async (_what, to, fault) => {
    const tip = toldTip(community)
    const answer = await officer().dispatch({ ...act(tip), place: to, words: '' })
    expect(refusal(answer)).toMatchObject({ code: 'invalidInput', fields: { place: fault } })
    expect(tipOf(community, tip.id).version).toBe(1)
  })

  it('from one community into another is for whoever stands above both; a hold on the first goes along', async () => {
    const tip = toldTip(community)
    const { id: hold } = answered(await community.as('administrator').keeping.hold(holdOn()))
    const going = { ...act(tip), place: place.elsewhere, words: '' }
    answered(await street().dispatch(going))
    expect(tipOf(community, tip.id)).toMatchObject({ at: { community: 'qinghe-2' }, hold })
  })

  it('looks for similar ones at the new place', async () => {
    const where = 'qinghe-3-1-1-1'
    toldTip(community, { place: where, words: '五楼在办酒席' })
    const tip = toldTip(community, { place: 'qinghe-3', words: '五楼在办酒席' })
    answered(await community.as('officer-3').tips.dispatch({ ...act(tip), place: where, words: '' }))
    expect(tipOf(community, tip.id).brief.similar).toBe(1)
  })
})

describe('a tip that leads to something', () => {
  const confirmed = async () =>
    answered(await worker().confirm({ ...act(await seen(toldTip(community))), words: '确实回来了' }))

  it('names the registration that has come of it, which does not know of the tip', async () => {
    const registration = await registered(community, 'resident-3')
    const tip = await confirmed()
    answered(await worker().lead({ ...act(tip), to: registration.id }))
    expect(answered(await worker().review({ case: tip.id })).leadsTo).toBe(registration.id)
    const stays = stored(community, 'cases').find(({ _id }) => _id === registration.id)
    expect(JSON.stringify(stays)).not.toContain(tip.id)
  })

  it.each<[string, () => string | Promise<string>]>([
    ['what is not there', () => randomUUID()],
    ['another tip', () => toldTip(community).id],
    [
      'a registration elsewhere',
      async () => {
        const household = { place: place.elsewhere, door: '' }
        return (await registered(community, 'resident-2', { household })).id
      },
    ],
    ['one’s own registration', async () => (await registered(community, 'worker-1-1')).id],
  ])('does not lead to %s', async (_what, given) => {
    const tip = await confirmed()
    const answer = await worker().lead({ ...act(tip), to: await given() })
    expect(refusal(answer)).toMatchObject({ code: 'invalidInput', fields: { to: 'caseUnknown' } })
  })
})

describe('what was told', () => {
  const said = { words: '打 13800001234 问过', plate: '示A0123D', where: '2 单元 301' }

  it('is masked until somebody looks, and the look is recorded', async () => {
    const tip = toldTip(community, said)
    const shown = answered(await worker().review({ case: tip.id }))
    expect(shown).toMatchObject({ words: '打 *********** 问过', plate: '示A***3D', hasWhere: true })
    expect(JSON.stringify(shown)).not.toMatch(/1380000|0123|301/)
    const revealed = answered(await worker().reveal({ ...act(tip), words: '上门前核对' }))
    expect(revealed).toEqual({ id: tip.id, version: 2, ...said, additions: [] })
    const looks = stored(community, 'looks').filter(({ cases }) => JSON.stringify(cases).includes(tip.id))
    expect(looks).toHaveLength(1)
    const [entry] = answered(await worker().review({ case: tip.id })).timeline.slice(-1)
    expect(entry).toMatchObject({ event: 'reveal', words: '上门前核对', actor: 'gridWorker' })
  })

  it('is not shown a second time for the same look', async () => {
    const tip = toldTip(community, said)
    const look = { ...act(tip), words: '上门前核对' }
    answered(await worker().reveal(look))
    answered(await worker().note({ ...act(tip), words: '记一下' }))
    expect(refusal(await worker().reveal(look)).code).toBe('changedMeanwhile')
  })
})

describe('pictures of a visit', () => {
  const pictureOf = async (openid: string) =>
    answered(await community.as(openid).pictures.add(await sent(community, openid))).picture

  it('belong to the tip, and are shown beside the teller’s', async () => {
    const picture = await pictureOf('worker-1-1')
    const opened = await seen(toldTip(community))
    answered(await worker().refute({ ...act(opened), words: '没有', pictures: [picture] }))
    const { visitPictures, pictures } = answered(await officer().review({ case: opened.id }))
    expect([visitPictures.map((one) => one.picture), pictures]).toEqual([[picture], []])
  })

  it('lead nobody to the tip from a registration with the same photograph', async () => {
    const photograph = newPicture()
    const added = () => addedPicture(community, 'worker-1-1', photograph)
    const opened = await seen(toldTip(community))
    answered(await worker().refute({ ...act(opened), words: '没有', pictures: [await added()] }))
    const test = { result: 'negative' as const, takenAt: `${today} 00:00`, pictures: [await added()] }
    const { id } = await registered(community, 'worker-1-1', { test })
    for (const reader of ['steward', 'officer-1']) {
      const { twins } = answered(await community.as(reader).returnee.review({ case: id }))
      expect(twins).toEqual({ here: [], elsewhere: 0 })
    }
  })

  it('are one’s own', async () => {
    const picture = await pictureOf('officer-1')
    const opened = await seen(toldTip(community))
    const answer = await worker().refute({ ...act(opened), words: '没有', pictures: [picture] })
    expect(refusal(answer).fields).toEqual({ pictures: 'pictureUnknown' })
    expect(tipOf(community, opened.id).status).toBe('seen')
  })
})

it('a tip with more pictures than WeChat shows at once is still read: the latest of them', async () => {
  const pictures = Array.from({ length: 51 }, () => randomUUID() as string)
  const tip = toldTip(community, { pictures })
  const documents = pictures.map((id) => storedPicture(id, 1, { owner: null, case: tip.id, checkAt: null }))
  insert(community, 'pictures', documents)
  await Promise.all(
    pictures.map((id) => community.cloud.upload(`pictures/${id}`, Buffer.from('picture'), 'anybody')),
  )
  const { pictures: shown } = answered(await worker().review({ case: tip.id }))
  expect(shown.map(({ picture }) => picture)).toEqual(pictures.slice(-50))
})

it('a result that was wrong is looked into again, as urgent as its kind is', async () => {
  const opened = await seen(toldTip(community, { kind: 'gathering' }))
  const closed = answered(await worker().refute({ ...act(opened), words: '没有' }))
  expect(tipOf(community, closed.id).todo).toBeNull()
  answered(await officer().reopen({ ...act(closed), words: '又有人看到' }))
  expect(tipOf(community, closed.id).todo).toMatchObject({ role: 'gridWorker', urgency: 1 })
  expect(toldOf('worker-1-1', closed.id)).toEqual(['请再核实'])
})

it('a colleague who serves elsewhere, or decides nothing, is not handed a tip', async () => {
  const tip = toldTip(community)
  for (const colleague of ['post-worker-1-2', 'post-steward', 'post-administrator']) {
    const answer = await officer().reassign({ ...act(tip), colleague, words: '' })
    expect(refusal(answer).fields).toEqual({ colleague: 'colleagueUnknown' })
  }
})
