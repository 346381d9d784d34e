import { createHash, randomUUID } from 'node:crypto'
import type { Case } from '@kernel/caseEvents'
import type { LookTally } from '@kernel/lookRules'
import { demoPlaces } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { fireTimer, set, stored } from './support/keeping'
import { tallyOf } from './support/looks'
import { act, place, registered, registration } from './support/registrations'

const busy = tallyOf('worker-3-1', 30, 20)

let community: Community
beforeAll(async () => {
  const lookTallies = [busy, tallyOf('worker-7-1', 30, 86_500), tallyOf('worker-7-2', 1, 86_300)]
  community = await openCommunity({ lookTallies: lookTallies as unknown as Document[] })
})
afterAll(() => community.close())

const at = (openid: string) => community.as(openid)
const search = (number: string, words = '电话核实') => ({ submission: randomUUID() as string, number, words })
const looksSeenBy = async (openid: string, id = 'qinghe-1') =>
  answered(await at(openid).looks.list({ place: id })).items

describe('a look that is sent again later', () => {
  it('does not show who is known by the number only since: that would be a look without a record', async () => {
    const person = { name: '迟来客', phone: '13900002222' }
    const sent = search(person.phone)
    expect(answered(await at('worker-1-1').looks.find(sent))).toEqual([])
    await registered(community, 'resident-1', { person })
    expect(answered(await at('worker-1-1').looks.find(sent))).toEqual([])
    const [look] = await looksSeenBy('officer-1')
    expect(look).toMatchObject({ kind: 'search', found: 0, cases: [] })
    expect(answered(await at('worker-1-1').looks.find(search(person.phone)))).toHaveLength(1)
  })

  it('does not show a case that was not theirs when it was written down', async () => {
    const first = await registered(community, 'resident-1')
    const probe = { ...act(first), words: '电话核实' }
    expect(refusal(await at('worker-2-1').returnee.reveal(probe)).code).toBe('notFound')
    const here = demoPlaces.find(({ _id }) => _id === 'qinghe-1-1')!
    const { _id: id, level, names } = here
    set(community, 'staff', 'post-worker-2-1', { place: { id, level, names }, at: here.at })
    expect(refusal(await at('worker-2-1').returnee.reveal(probe)).code).toBe('changedMeanwhile')
    answered(await at('worker-2-1').returnee.reveal({ ...probe, ...act(first) }))
  })
})

it('a number in the reason for a look is shown to nobody: several people may read it', async () => {
  const person = { name: '施听雨', phone: '13900003333' }
  const first = await registered(community, 'resident-1', { person })
  const words = '13955554444 说他回来了'
  answered(await at('worker-1-1').looks.find(search(person.phone, words)))
  answered(await at('worker-1-1').returnee.reveal({ ...act(first), words }))
  const { timeline } = answered(await at('resident-1').returnee.show({ case: first.id }))
  const said = timeline.flatMap((entry) => entry.words ?? [])
  expect(said).toEqual(['*********** 说他回来了', '*********** 说他回来了'])
})

it('looking is no reason to keep a case longer', async () => {
  const first = await registered(community, 'resident-1')
  const earlier = new Date(Date.now() + 30 * 86_400_000)
  set(community, 'cases', first.id, { keepUntil: earlier })
  answered(await at('worker-1-1').looks.find(search('13800001234')))
  answered(await at('worker-1-1').returnee.reveal({ ...act(first), words: '电话核实' }))
  const { keepUntil, history } = stored<Case>(community, 'cases').find(({ _id }) => _id === first.id)!
  expect(history.map(({ event }) => event)).toEqual(['register', 'find', 'reveal'])
  expect(keepUntil).toEqual(earlier)
})

it('nobody keeps an alert from being raised by taking its id, made of what they know', async () => {
  const digits = createHash('sha256').update(`${busy._id} ${busy.recent[29]!.toISOString()}`).digest('hex')
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ]
  const household = { place: place.elsewhere, door: '' }
  const taken = { ...registration({ household }), submission: parts.join('-') }
  answered(await at('resident-1').returnee.register(taken))
  expect(refusal(await at('worker-3-1').looks.find(search('13900000000'))).code).toBe('tooOften')
  expect(answered(await at('officer-3').inbox.list({ kind: 'lookAlert' })).items).toHaveLength(1)
})

it('when somebody looked is forgotten a day after the last time', async () => {
  await fireTimer(community)
  const left = stored<LookTally>(community, 'lookTallies').map(({ _id }) => _id)
  expect(left).not.toContain('worker-7-1')
  expect(left).toContain('worker-7-2')
})

it('a page of looks that nobody has been given is refused, and is no fault of ours', async () => {
  const after = { at: '2026-01-01T00:00:00+05', id: randomUUID() as string }
  expect(refusal(await at('officer-1').looks.list({ place: 'qinghe-1', after })).code).toBe('invalidInput')
})
