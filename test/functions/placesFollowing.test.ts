import { answered, openCommunity, type Community } from './support/community'
import { compoundsOf, nodeOf, seen, type Compound } from './support/compounds'
import { answerInstead } from './support/answerInstead'
import { casesOf, minutesAfterEditing, relocationOf, storedCase } from './support/relocations'
import { act, answersOf, registered } from './support/registrations'

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

const household = () => ({ place: here.building(1), door: '' })
const registeredHere = (openid = 'resident-1') => registered(community, openid, { household: household() })
const move = async () => here.officer.move({ ...(await seen(here.officer, here.id)), to: here.other })
const eventsOf = (id: string) => storedCase(community, id).history.map(({ event }) => event)
const ring = () => community.cloud.fireTimer('places')

describe('what must follow an edit', () => {
  it('is done by the timer, wherever the edit was cut off, each case once', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1) ids.push((await registeredHere()).id)
    let written = 0
    const end = answerInstead('database.modifyDocument', (usual) => async (fields, context) => {
      const isCase = (fields as { collectionName: string }).collectionName === 'cases'
      if (isCase && (written += 1) > 2) throw new Error('the instance is killed')
      return usual(fields, context)
    })
    const cut = await move()
    end()
    answered(cut)
    expect(community.printed.join('\n')).toContain('the instance is killed')
    expect((await nodeOf(here.officer, here.id)).moving).toBe(true)

    await ring()
    expect(new Set(await casesOf(community, here.otherWorker))).toEqual(new Set(ids))
    for (const id of ids) expect(eventsOf(id)).toEqual(['register', 'relocate'])
  })

  it('is looked for until no instance can remember the place as it was', async () => {
    // From now on this instance remembers the building, for a minute.
    await registeredHere()
    answered(await move())
    const late = await registeredHere('resident-2')
    expect(await casesOf(community, here.worker)).toEqual([late.id])

    await ring()
    expect(await casesOf(community, here.worker)).toEqual([])
    expect(await casesOf(community, here.otherWorker)).toContain(late.id)
    expect(relocationOf(community, here.id)).toBeDefined()

    minutesAfterEditing(community, here.id, 3)
    await ring()
    expect(relocationOf(community, here.id)).toBeUndefined()
    expect((await nodeOf(here.officer, here.id)).moving).toBe(false)
  })

  it('is found, too, when an answer puts a case back to where its place was', async () => {
    const first = await registeredHere()
    answered(await move())
    const answers = answersOf({ household: household(), note: '改过' })
    answered(await community.as('resident-1').returnee.amend({ ...act({ ...first, version: 2 }), answers }))
    expect(await casesOf(community, here.worker)).toEqual([first.id])
    await ring()
    expect(await casesOf(community, here.otherWorker)).toEqual([first.id])
    expect(eventsOf(first.id)).toEqual(['register', 'relocate', 'amend', 'relocate'])
  })

  it('begins anew with a further edit, and is then looked for as long again', async () => {
    answered(await move())
    minutesAfterEditing(community, here.id, 3)
    answered(await here.officer.rename({ ...(await seen(here.officer, here.id)), name: '迎春苑', code: '' }))
    await ring()
    expect(relocationOf(community, here.id)).toBeDefined()
  })

  it('agrees in the end, however edits of a place and of those above it are mixed', async () => {
    const { id } = await registeredHere()
    const rename = (place: string, name: string) =>
      community.as('street-officer').places.rename({ place, version: 1, name, code: '' })
    const results = await Promise.all([
      rename(here.community, '新春社区'),
      rename(here.grid, '新网格'),
      rename(here.building(1), '甲楼'),
    ])
    results.forEach(answered)
    await ring()
    const { names } = await nodeOf(here.officer, here.building(1))
    expect([names[1], names[2], names[4]]).toEqual(['新春社区', '新网格', '甲楼'])
    expect(storedCase(community, id).place.names).toEqual(names)
  })
})
