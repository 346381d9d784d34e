import { answered, openCommunity, refusal, type Community } from './support/community'
import { adding, compoundsOf, nodeOf, type Compound } from './support/compounds'
import { registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const nextCompound = compoundsOf(() => community)
let here: Compound
beforeEach(() => {
  here = nextCompound()
})

const add = (...what: Parameters<typeof adding>) => here.officer.add(adding(...what))
const node = (place: string) => nodeOf(here.officer, place)

describe('a node', () => {
  it('shows what lies below it, what can be added, and the version that an edit must name', async () => {
    const shown = await node(here.grid)
    expect(shown).toMatchObject({
      id: here.grid,
      name: '第一网格',
      parent: here.community,
      version: 1,
      path: ['qinghe', here.community, here.grid],
      mayAdd: ['compound', 'building', 'unit', 'household'],
      moving: false,
    })
    expect(shown.names).toHaveLength(3)
    expect(shown.children.map(({ id }) => id)).toEqual([`${here.grid}-1`, `${here.grid}-2`])
  })

  it('is shown to who looks after the tree there, and to nobody else', async () => {
    const show = (openid: string, place: string) => community.as(openid).places.node({ place })
    answered(await show('administrator', here.grid))
    expect(refusal(await show('officer-7', here.grid))).toEqual(refusal(await show('officer-7', 'nowhere')))
    expect(refusal(await show(here.worker, here.grid)).code).toBe('notAllowed')
  })
})

describe('adding', () => {
  it('puts a node at the end of its list, for staff and for residents', async () => {
    const { id } = answered(await add(here.grid, 'compound', '春晓花园'))
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect((await node(here.grid)).children.at(-1)).toMatchObject({ id, name: '春晓花园', more: false })
    const resident = community.as('resident-1').places
    expect(answered(await resident.list({ under: here.community })).at(-1)).toMatchObject({ id })
    const shown = answered(await resident.show({ place: id }))
    expect(shown.names).toHaveLength(3)
    expect(shown.contact).toEqual(answered(await resident.show({ place: here.id })).contact)
  })

  it('makes the node above one that has something below it', async () => {
    answered(await add(here.building(1), 'unit', '1 单元'))
    const buildings = answered(await community.as('resident-1').places.list({ under: here.id }))
    expect(buildings.map(({ more }) => more)).toEqual([true, false, false, false])
  })

  it('may skip levels, but not turn them round', async () => {
    answered(await add(here.id, 'household', '门卫室'))
    for (const level of ['compound', 'grid', 'street'] as const) {
      expect(refusal(await add(here.id, level, '不行')).fields).toEqual({ level: 'placeLevel' })
    }
  })

  it('is refused for a name that is there already, also when both are sent at once', async () => {
    const results = await Promise.all([1, 2].map(() => add(here.id, 'building', '5 号楼')))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const [lost] = results.filter((result) => !result.ok).map(refusal)
    expect(lost?.fields).toEqual({ name: 'nameTaken' })
  })

  it('is done once when it is sent twice', async () => {
    const sent = adding(here.id, 'building', '5 号楼')
    const first = answered(await here.officer.add(sent))
    expect(answered(await here.officer.add(sent))).toEqual(first)
    for (const other of [{ name: '6 号楼' }, { level: 'unit' as const }, { code: 'B-5' }]) {
      expect(refusal(await here.officer.add({ ...sent, ...other })).code).toBe('submissionTaken')
    }
    expect((await node(here.id)).children).toHaveLength(5)
  })

  it.each(['qinghe', 'nowhere', 'qinghe-7-3-2'])('is refused at %s, which is not mine', async (place) => {
    expect(refusal(await add(place, 'household', '不行')).code).toBe('notFound')
  })
})

describe('renaming', () => {
  const renaming = (name: string, version = 1) => ({ place: here.id, version, name, code: 'B-1' })

  it('renames all that lies below, cases and staff included; the history tells the old name', async () => {
    const steward = { ...here, id: 'qinghe-1-1-1', officer: community.as('officer-1').places }
    const before = await nodeOf(steward.officer, 'qinghe-1-1-1-1')
    const first = await registered(community, 'resident-1')
    const seen = { place: steward.id, version: (await nodeOf(steward.officer, steward.id)).version }
    answered(await steward.officer.rename({ ...seen, name: '迎春苑', code: '' }))

    const names = before.names.map((name, index) => (index === 3 ? '迎春苑' : name))
    expect((await nodeOf(steward.officer, 'qinghe-1-1-1-1')).names).toEqual(names)
    const reviewed = answered(await community.as('worker-1-1').returnee.review({ case: first.id }))
    expect(reviewed.place.names).toEqual(names)
    expect(reviewed).toMatchObject({ version: 1, timeline: [{ event: 'register' }] })
    expect(answered(await community.as('steward').people.me({})).posts[0]?.place.names).toEqual(names)
    const { family } = answered(await community.as('resident-1').people.me({}))
    expect(family[0]?.household.place.names).toEqual(names.filter((name) => name !== '第一网格'))
  })

  it('names the version that was seen: of two at once one is told', async () => {
    const results = await Promise.all([
      here.officer.rename(renaming('迎春苑')),
      community.as('administrator').places.rename(renaming('报春苑')),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok).map(refusal)).toMatchObject([{ code: 'changedMeanwhile' }])
    expect(await node(here.id)).toMatchObject({ version: 2, code: 'B-1' })
  })

  it('sent again is answered the same and done once', async () => {
    const first = answered(await here.officer.rename(renaming('迎春苑')))
    expect(answered(await here.officer.rename(renaming('迎春苑')))).toEqual(first)
  })

  it('is refused for the name of a neighbour', async () => {
    const [, neighbour] = (await node(here.grid)).children
    const taken = await here.officer.rename(renaming(neighbour?.name ?? ''))
    expect(refusal(taken).fields).toEqual({ name: 'nameTaken' })
  })
})

describe('removing', () => {
  const remove = (place: string, version = 1) => here.officer.remove({ place, version })

  it('takes away a node with nothing in it; its code leads to what it lay in', async () => {
    answered(await remove(here.building(4)))
    expect((await node(here.id)).children).toHaveLength(3)
    expect(refusal(await here.officer.node({ place: here.building(4) })).code).toBe('notFound')
    const scanned = answered(await community.as('resident-1').places.show({ place: here.building(4) }))
    expect(scanned.id).toBe(here.id)
    answered(await remove(here.building(4)))
  })

  it('closes the list that has nothing more in it', async () => {
    const unit = answered(await add(here.building(4), 'unit', '1 单元'))
    answered(await remove(unit.id))
    expect((await node(here.id)).children.map(({ more }) => more)).toEqual([false, false, false, false])
  })

  it('is refused while there are places below', async () => {
    expect(refusal(await remove(here.id)).fields).toEqual({ place: 'placeHasPlaces' })
  })

  it('is refused while staff serve there', async () => {
    const officer = community.as('officer-1').places
    const removed = officer.remove({ place: 'qinghe-1-1-1-1', version: 1 })
    expect(refusal(await removed).fields).toEqual({ place: 'placeHasStaff' })
  })

  it('is refused while there are cases, and after something was added below', async () => {
    const household = { place: here.building(3), door: '' }
    await registered(community, 'resident-1', { household })
    expect(refusal(await remove(here.building(3))).fields).toEqual({ place: 'placeHasCases' })
    answered(await add(here.building(2), 'unit', '1 单元'))
    expect(refusal(await remove(here.building(2))).code).toBe('changedMeanwhile')
  })
})

it('the code of a place is a picture of it', async () => {
  const { id } = answered(await add(here.grid, 'compound', '春晓花园'))
  const code = answered(await here.officer.code({ place: id }))
  expect(code).toMatchObject({ type: 'image/png', place: { id } })
  expect(Buffer.from(code.image, 'base64').subarray(1, 4).toString()).toBe('PNG')
})

it('what an edit costs does not depend on how much there is in the tree', async () => {
  const cost = async (act: () => Promise<unknown>) => (await community.costOf(act)).length
  expect(await cost(() => node(here.id))).toBeLessThanOrEqual(5)
  expect(await cost(() => add(here.id, 'building', '5 号楼'))).toBeLessThanOrEqual(12)
  const renaming = { place: here.id, version: 2, name: '迎春苑', code: '' }
  expect(await cost(() => here.officer.rename(renaming))).toBeLessThanOrEqual(30)
})
