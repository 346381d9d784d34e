import { randomUUID } from 'node:crypto'
import type { PostDocument } from '@kernel/caller'
import type { Duty } from '@contract/places'
import { demoPlaces } from '../../local/demo/places'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { adding, compoundsOf, nodeOf, seen, type Compound } from './support/compounds'
import { asIntruder } from './support/intruder'
import { relocationOf } from './support/relocations'
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

const somebody = { name: '计春和', phone: '13800007001' }
const other = { name: '邱月明', phone: '13800007002' }

type Person = { name: string; phone: string; post?: PostDocument['_id'] } | null

const appoint = async (place: string, duty: Duty, person: Person) =>
  here.officer.appoint({ ...(await seen(here.officer, place)), duty, person })

/** As a resident sees who is responsible. */
async function namesAt(place: string): Promise<Partial<Record<Duty, string>>> {
  const { responsible } = answered(await community.as('resident-1').places.show({ place }))
  return Object.fromEntries(responsible.map(({ duty, name }) => [duty, name]))
}

/** The message about a case. */
async function toldOf(id: string): Promise<{ to: string; page: string } | undefined> {
  const outbox = (await (await fetch(`${community.cloud.origin}/desk/outbox`)).json()) as {
    to: string
    page: string
  }[]
  return outbox.find(({ page }) => page.includes(id))
}

describe('five in one', () => {
  it('are named at any node, and known at all that lies below', async () => {
    for (const duty of ['leader', 'secretary', 'gridWorker', 'partyMember', 'volunteer'] as const) {
      answered(await appoint(here.id, duty, { ...somebody, name: `${somebody.name}·${duty}` }))
    }
    const expected = {
      leader: '计春和·leader',
      secretary: '计春和·secretary',
      gridWorker: '计春和·gridWorker',
      partyMember: '计春和·partyMember',
      volunteer: '计春和·volunteer',
    }
    expect(await namesAt(here.id)).toEqual(expected)
    expect(await namesAt(here.building(4))).toEqual(expected)
  })

  it('are those of the nearest node that has named somebody', async () => {
    answered(await appoint(here.building(1), 'volunteer', somebody))
    answered(await appoint(here.id, 'volunteer', other))
    expect((await namesAt(here.building(1))).volunteer).toBe(somebody.name)
    expect((await namesAt(here.building(2))).volunteer).toBe(other.name)
    const shown = answered(await community.as('resident-1').places.show({ place: here.building(2) }))
    expect(shown.responsible.find(({ duty }) => duty === 'volunteer')?.of).toBe(here.id)
  })

  it('are those above again when a node names nobody any more', async () => {
    const before = await namesAt(here.building(1))
    answered(await appoint(here.id, 'gridWorker', somebody))
    answered(await appoint(here.id, 'volunteer', somebody))
    answered(await appoint(here.id, 'gridWorker', null))
    answered(await appoint(here.id, 'volunteer', null))
    expect(await namesAt(here.building(1))).toEqual(before)
  })

  it('are known at a node that is added', async () => {
    answered(await appoint(here.id, 'volunteer', somebody))
    const { id } = answered(await here.officer.add(adding(here.id, 'building', '5 号楼')))
    expect((await namesAt(id)).volunteer).toBe(somebody.name)
  })

  it('stay with a node that is moved, and what it had from above is left behind', async () => {
    answered(await appoint(here.grid, 'partyMember', other))
    answered(await appoint(here.id, 'volunteer', somebody))
    answered(await here.officer.move({ ...(await seen(here.officer, here.id)), to: here.other }))
    const moved = await namesAt(here.building(1))
    expect(moved.volunteer).toBe(somebody.name)
    expect(moved.partyMember).toBeUndefined()
  })

  it('do not make what only people and cases must follow', async () => {
    answered(await appoint(here.id, 'volunteer', somebody))
    expect((await nodeOf(here.officer, here.id)).moving).toBe(false)
    expect(relocationOf(community, here.id)?.reach).toBe('places')
  })
})

describe('somebody on the staff', () => {
  it('is told of the cases of the place', async () => {
    const officer = here.community.replace('qinghe', 'officer')
    answered(await appoint(here.id, 'gridWorker', { ...somebody, post: `post-${officer}` }))
    const household = { place: here.building(1), door: '' }
    const { id } = await registered(community, 'resident-1', { household })
    expect((await toldOf(id))?.to).toBe(officer)
  })

  it.each([
    ['does not serve there', 'post-worker-7-3'],
    ['is not on the staff at all', 'post-of-nobody'],
  ])('who %s is refused', async (_why, post) => {
    const refused = await appoint(here.id, 'gridWorker', { ...somebody, post })
    expect(refusal(refused).fields).toEqual({ 'person.post': 'colleagueUnknown' })
  })

  it('who handles no cases is not told of them: the next who does is', async () => {
    const officer = here.community.replace('qinghe', 'officer')
    answered(await appoint(here.id, 'gridWorker', { ...somebody, post: 'post-administrator' }))
    expect((await namesAt(here.id)).gridWorker).toBe(somebody.name)
    const { id } = await registered(community, 'resident-1', {
      household: { place: here.building(1), door: '' },
    })
    expect((await toldOf(id))?.to).toBe(officer)
  })

  it('who does not serve where the place has been moved has its duty no more', async () => {
    const serves = `post-${here.worker}`
    answered(await appoint(here.id, 'gridWorker', { ...somebody, post: serves }))
    answered(await here.officer.move({ ...(await seen(here.officer, here.id)), to: here.other }))
    const { id } = await registered(community, 'resident-1', {
      household: { place: here.building(1), door: '' },
    })
    expect((await toldOf(id))?.to).toBe(here.otherWorker)
    expect((await namesAt(here.building(1))).gridWorker).not.toBe(somebody.name)
  })

  it('who is suspended has no duty any more, and cannot be given one', async () => {
    const post = `post-${here.worker}`
    answered(await appoint(here.id, 'volunteer', { ...somebody, post }))
    expect(await namesAt(here.building(1))).toMatchObject({ volunteer: somebody.name })
    const { staff } = community.as('administrator')
    const { version } = answered(await staff.show({ post }))
    answered(await staff.suspend({ post, version, submission: randomUUID(), words: '离岗' }))
    // What an instance has shown it remembers for a minute; this building it has not.
    const { gridWorker, volunteer } = await namesAt(here.building(2))
    expect([gridWorker, volunteer]).toEqual([undefined, undefined])
    const refused = await appoint(here.id, 'volunteer', { ...somebody, post })
    expect(refusal(refused).fields).toEqual({ 'person.post': 'colleagueUnknown' })
  })
})

describe('a post that is named at more than twenty nodes', () => {
  it('loses its duty at all of them when it is suspended', async () => {
    const post = `post-${here.worker}`
    const { staff } = community.as('administrator')
    const { version } = answered(await staff.show({ post }))
    const named = demoPlaces.filter(({ level }) => level === 'building').slice(0, 25)
    asIntruder(community, (store) => {
      // Taking it away there was cut off before: the node itself has nobody, what lies below it still has.
      const inherited = { of: here.id, ...somebody, post, openid: here.worker }
      store.update(
        'places',
        { parent: here.id },
        { $set: { 'responsible.partyMember': inherited } },
        { multi: true },
      )
      for (const { _id } of named) {
        const volunteer = { of: _id, ...somebody, post, openid: here.worker }
        store.update('places', { _id }, { $set: { 'responsible.volunteer': volunteer } }, { multi: false })
      }
    })
    answered(await staff.suspend({ post, version, submission: randomUUID(), words: '离岗' }))
    const left = asIntruder(community, (store) =>
      ['volunteer', 'partyMember'].map((duty) =>
        store.count('places', { [`responsible.${duty}.post`]: post }),
      ),
    )
    expect(left).toEqual([0, 0])
  })
})

describe('appointing', () => {
  it('names the version that was seen: of two at once one is told', async () => {
    const on = { ...(await seen(here.officer, here.id)), duty: 'leader' as const }
    const results = await Promise.all([
      here.officer.appoint({ ...on, person: somebody }),
      community.as('administrator').places.appoint({ ...on, person: other }),
    ])
    expect(results.filter((result) => !result.ok).map(refusal)).toMatchObject([{ code: 'changedMeanwhile' }])
  })

  it('sent again is done once', async () => {
    const on = { ...(await seen(here.officer, here.id)), duty: 'leader' as const, person: somebody }
    const first = answered(await here.officer.appoint(on))
    expect(answered(await here.officer.appoint(on))).toEqual(first)
  })

  it('a telephone number that is none is refused by its field', async () => {
    const refused = await appoint(here.id, 'leader', { name: '计春和', phone: '12345' })
    expect(refusal(refused).fields).toEqual({ 'person.phone': 'phone' })
  })
})
