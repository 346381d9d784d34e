import { randomUUID } from 'node:crypto'
import { demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { postOf, tallyOf } from './support/looks'
import { onPost } from './support/staff'
import { act, place, registered } from './support/registrations'

/** One person with several posts; those named first are found first. */
const held = (
  openid: string,
  name: string,
  ...posts: [role: 'gridWorker' | 'streetOfficer', placeId: string][]
) =>
  posts.map(([role, placeId], index) => ({
    ...postOf({ openid, name, role, placeId }),
    _id: `${index}-${openid}`,
  }))

const staff = [
  ...held('two-grids', '双网格', ['gridWorker', 'qinghe-1-1'], ['gridWorker', 'qinghe-2-1']),
  ...held('two-communities', '双社区', ['gridWorker', 'qinghe-3-1'], ['gridWorker', 'qinghe-4-1']),
  ...held('high-and-low', '高又低', ['gridWorker', 'qinghe-5-1'], ['streetOfficer', 'qinghe']),
  postOf({ openid: 'administrator-2', name: '简二', role: 'administrator', placeId: 'qinghe' }),
  ...demoPosts,
]

let community: Community
beforeAll(async () => {
  community = await openCommunity({
    staff: staff as unknown as Document[],
    lookTallies: [
      tallyOf('two-communities', 30, 20),
      tallyOf('high-and-low', 29, 20),
      tallyOf('street-officer', 30, 20),
    ] as unknown as Document[],
  })
})
afterAll(() => community.close())

const at = (openid: string) => community.as(openid)
const search = (openid: string, number: string) =>
  at(openid).looks.find({ submission: randomUUID(), number, words: '电话核实' })
const alertsSeenBy = async (openid: string) =>
  answered(await at(openid).inbox.list({ kind: 'lookAlert' })).items

it('a search stands where the one found lives, so that the officer there sees it', async () => {
  const person = { name: '言二溪', phone: '13900001111' }
  const first = await registered(community, 'resident-1', {
    person,
    household: { place: place.elsewhere, door: '' },
  })
  expect(answered(await search('two-grids', person.phone))).toHaveLength(1)
  const { items } = answered(await at('officer-2').looks.list({ place: 'qinghe-2' }))
  expect(items).toMatchObject([{ by: { name: '双网格' }, cases: [{ id: first.id }] }])
})

it('many looks by somebody at two communities are told to the officers of both', async () => {
  expect(refusal(await search('two-communities', '13900000000')).code).toBe('tooOften')
  for (const officer of ['officer-3', 'officer-4']) {
    expect((await alertsSeenBy(officer)).map(({ display }) => display)).toEqual(['双社区'])
  }
})

it('looks of somebody who is also an officer are the officer’s: those below neither watch nor clear them', async () => {
  const first = await registered(community, 'resident-1', {
    household: { place: 'qinghe-5-1-1-1', door: '' },
  })
  answered(await at('high-and-low').returnee.reveal({ ...act(first), words: '电话核实' }))
  expect(refusal(await search('high-and-low', '13900000000')).code).toBe('tooOften')
  expect(answered(await at('officer-5').looks.list({ place: 'qinghe-5' })).items).toEqual([])
  expect(await alertsSeenBy('officer-5')).toEqual([])
  const { items, alerts } = answered(await at('administrator').looks.list({ place: 'qinghe' }))
  expect(items).toMatchObject([{ by: { role: 'streetOfficer' } }, { by: { name: '双网格' } }])
  expect(alerts.map(({ name }) => name)).toEqual(['高又低'])
})

describe('an alert above which there are only administrators', () => {
  const alertsOf = async (openid: string) =>
    answered(await at(openid).looks.list({ place: 'qinghe' })).alerts.filter(({ name }) => name === '顾远山')

  it('is shown to all of them, whoever leaves, until one has settled it', async () => {
    expect(refusal(await search('street-officer', '13900000000')).code).toBe('tooOften')
    const [alert] = await alertsOf('administrator')
    expect(await alertsOf('administrator-2')).toEqual([alert])
    const leaving = { ...(await onPost(community, 'administrator-2', 'post-administrator')), words: '离职' }
    answered(await at('administrator-2').staff.suspend(leaving))
    expect(await alertsOf('administrator-2')).toEqual([alert])
    const settling = { ...act({ id: alert?.id ?? '', version: 1 }), words: '已问过' }
    answered(await at('administrator-2').looks.settle(settling))
    expect(await alertsOf('administrator-2')).toEqual([])
  })

  it('is not listed for officers, who have it in their inbox or have no say in it', async () => {
    expect(answered(await at('street-officer-2').looks.list({ place: 'qinghe' })).alerts).toEqual([])
  })
})
