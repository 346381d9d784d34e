import type { Verification } from '@contract/upkeep'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { asIntruder } from './support/intruder'
import { act, answersOf, registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => {
  for (const name of ['cases', 'jobs'])
    asIntruder(community, (store) => store.remove(name, {}, { multi: true }))
})
afterAll(() => community.close())

const verified = async (after: string | null = null): Promise<Verification> =>
  answered(await community.as('administrator').upkeep.verify({ after }))

/** A registration that was asked about, answered, amended, seen and accepted. */
async function acceptedCase() {
  const { returnee: resident } = community.as('resident-1')
  const { returnee: worker } = community.as('worker-1-1')
  const fresh = await registered(community, 'resident-1')
  const asked = answered(await worker.ask({ ...act(fresh), words: '几号车厢？' }))
  const told = answered(await resident.answer({ ...act(asked), words: '8 号' }))
  const amended = answered(await resident.amend({ ...act(told), answers: answersOf({ note: '改过' }) }))
  const seen = answered(await worker.reveal({ ...act(amended), words: '电话核实' }))
  return answered(await worker.accept({ ...act(seen), measure: 'homeObservation', days: 7, words: '' }))
}

const change = (id: string, update: Record<string, unknown>) =>
  asIntruder(community, (store) => store.update('cases', { _id: id }, update, { multi: false }))

describe('verifying', () => {
  it('finds every case as its history left it', async () => {
    await acceptedCase()
    await registered(community, 'resident-2')
    expect(await verified()).toEqual({ verified: 2, altered: 0, first: null, next: null })
  })

  it.each<[string, Record<string, unknown>, { entry: number; what: string }]>([
    ['a status that no event led to', { $set: { status: 'rejected' } }, { entry: 5, what: 'status' }],
    ['another measure', { $set: { 'body.outcome.days': 1 } }, { entry: 5, what: 'content' }],
    ['another place', { $set: { 'at.grid': 'qinghe-1-2' } }, { entry: 5, what: 'content' }],
    ['another owner', { $set: { owner: 'resident-2' } }, { entry: 5, what: 'content' }],
    [
      'another measure, in the history as well',
      { $set: { 'history.5.detail.days': 1 } },
      { entry: 5, what: 'entry' },
    ],
    [
      'a look that is said to be somebody else’s',
      { $set: { 'history.4.by.name': '别人' } },
      { entry: 4, what: 'entry' },
    ],
    [
      'a question that is no longer there',
      { $set: { 'history.1.words': null } },
      { entry: 1, what: 'entry' },
    ],
    ['the last event gone', { $pop: { history: 1 } }, { entry: 5, what: 'missingEntry' }],
    ['the first event gone', { $pop: { history: -1 } }, { entry: 0, what: 'entry' }],
  ])('names a case with %s', async (_title, update, { entry, what }) => {
    await registered(community, 'resident-2')
    const { id } = await acceptedCase()
    change(id, update)
    expect(await verified()).toEqual({
      verified: 2,
      altered: 1,
      first: { case: id, entry, what },
      next: null,
    })
  })

  it('names of several the first by id, and says how many there are', async () => {
    const ids = []
    for (let n = 0; n < 3; n += 1) ids.push((await registered(community, 'resident-1')).id)
    for (const id of ids.slice(1)) change(id, { $set: { status: 'withdrawn' } })
    const { altered, first } = await verified()
    expect([altered, first?.case]).toEqual([2, [...ids.slice(1)].sort()[0]])
  })

  it('minds no case that is no more', async () => {
    const { id } = await acceptedCase()
    await registered(community, 'resident-2')
    asIntruder(community, (store) => store.remove('cases', { _id: id }, { multi: false }))
    expect(await verified()).toMatchObject({ verified: 1, altered: 0 })
  })

  it('goes on after the case that the one who asks has come to', async () => {
    const ids = []
    for (let n = 0; n < 3; n += 1) ids.push((await registered(community, 'resident-1')).id)
    const [first = '', , last = ''] = ids.sort()
    expect((await verified(first)).verified).toBe(2)
    expect((await verified(last)).verified).toBe(0)
  })

  it('looks at every case, whatever the database says of how far it had come', async () => {
    const { id } = await registered(community, 'resident-1')
    change(id, { $set: { status: 'withdrawn' } })
    const progress = { done: false, verified: 40, altered: 0, first: null, after: '~' }
    asIntruder(community, (store) => store.insert('jobs', [{ _id: 'verify', version: 1, progress }]))
    expect((await verified()).first?.case).toBe(id)
  })

  it('is for administrators', async () => {
    for (const openid of ['street-officer', 'worker-1-1', 'resident-1'])
      expect(refusal(await community.as(openid).upkeep.verify({ after: null })).code).toBe('notAllowed')
  })
})
