import { addDays } from '@contract/calendar'
import { outcomeOf } from '@contract/returnee'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { caseOf } from './support/keeping'
import { reassess } from './support/reassessing'
import { act, registered, today } from './support/registrations'
import { areaOf, rulingDocuments } from './support/rulings'

let community: Community
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'medium')]))
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').returnee
const resident = () => community.as('resident-1').returnee

const central = outcomeOf('centralObservation', 7, today)
const words = '核对过行程，没有去过那里'

/** Decided as the rules expected, before a new list. */
async function decided() {
  const first = await registered(community, 'resident-1')
  return answered(await worker().adopt({ ...act(first), words: '' }))
}

const reassessedCase = async () => reassess(community, (await decided()).id, central)

describe('what was decided, when a new list expects more', () => {
  it('stays in force until staff have decided; the resident sees both, and why', async () => {
    const { id } = await reassessedCase()
    const shown = answered(await resident().show({ case: id }))
    expect(shown).toMatchObject({
      status: 'reassessed',
      todo: { role: 'gridWorker' },
      outcome: { measure: 'homeObservation' },
      expected: { measure: 'centralObservation' },
    })
    expect(shown.timeline.at(-1)).toMatchObject({
      event: 'reassess',
      actor: 'system',
      detail: { direction: 'stricter', kind: 'riskList', number: 2 },
    })
  })

  it('is in the inbox of the grid worker', async () => {
    const { id } = await reassessedCase()
    const { items } = answered(await community.as('worker-1-1').inbox.list({ status: 'reassessed' }))
    expect(items.map((item) => item.id)).toContain(id)
  })

  it('is adopted: from then on that is in force', async () => {
    const found = await reassessedCase()
    answered(await worker().adopt({ ...act(found), words: '' }))
    const shown = answered(await resident().show({ case: found.id }))
    expect(shown).toMatchObject({ status: 'accepted', todo: null, outcome: central })
    expect(caseOf(community, found.id)?.remindOn).toBe(central.until)
  })

  it('is kept, for a reason that the resident reads', async () => {
    const found = await reassessedCase()
    expect(refusal(await worker().keep({ ...act(found), words: '' })).fields).toEqual({ words: 'required' })
    answered(await worker().keep({ ...act(found), words }))
    const shown = answered(await resident().show({ case: found.id }))
    expect(shown).toMatchObject({ status: 'accepted', outcome: { measure: 'homeObservation' } })
    expect(shown.timeline.at(-1)).toMatchObject({
      event: 'keep',
      words,
      detail: { measure: 'homeObservation', days: 6, rule: '中风险区' },
    })
  })

  it('is kept by a decision that can be appealed against anew', async () => {
    const found = await reassessedCase()
    const kept = answered(await worker().keep({ ...act(found), words }))
    const appealed = answered(await resident().appeal({ ...act(kept), words: '我没有离开过小区' }))
    expect(appealed.status).toBe('appealed')
    expect(answered(await resident().show({ case: found.id })).todo?.assignee?.name).toBe('沈知秋')
  })
})

describe('an appeal while staff have not decided about the new list', () => {
  const appealed = async () =>
    answered(await resident().appeal({ ...act(await reassessedCase()), words: '我没有离开过小区' }))
  const officer = () => community.as('officer-1').returnee

  it('that is turned down does not keep staff from deciding: it is put before them again, once', async () => {
    const upholding = { ...act(await appealed()), words }
    const upheld = answered(await officer().uphold(upholding))
    expect(upheld.status).toBe('reassessed')
    expect(answered(await officer().uphold(upholding))).toEqual(upheld)
    const { timeline, ...shown } = answered(await worker().review({ case: upheld.id }))
    expect(shown).toMatchObject({ outcome: { measure: 'homeObservation' }, expected: central })
    expect(shown.todo?.role).toBe('gridWorker')
    expect(timeline.slice(-2).map(({ event }) => event)).toEqual(['uphold', 'reassess'])
    expect(answered(await resident().show({ case: upheld.id })).events).not.toContain('appeal')
  })

  it('that is granted loosens what was in force', async () => {
    const found = await appealed()
    const looser = { measure: 'healthMonitoring' as const, days: 3, words }
    answered(await officer().grant({ ...act(found), ...looser }))
    expect(answered(await resident().show({ case: found.id })).outcome).toMatchObject({
      measure: 'healthMonitoring',
      until: addDays(today, 2),
    })
  })
})

describe('a new list while a stricter measure is proposed', () => {
  async function proposed() {
    const proposal = { measure: 'homeObservation' as const, days: 14, words: '同住者阳性' }
    const { id } = answered(await worker().tighten({ ...act(await decided()), ...proposal }))
    return reassess(community, id, central)
  }

  it('does not betray the proposal to the resident', async () => {
    const { id } = await proposed()
    const shown = answered(await resident().show({ case: id }))
    expect(shown).toMatchObject({ status: 'accepted', todo: null, expected: central })
    expect(shown.timeline.at(-1)).toMatchObject({ event: 'reexpect', from: 'accepted', to: 'accepted' })
  })

  it('is put before staff when the proposal is dismissed, once', async () => {
    const dismissing = { ...act(await proposed()), words }
    const dismissed = answered(await worker().dismiss(dismissing))
    expect(dismissed.status).toBe('reassessed')
    expect(answered(await worker().dismiss(dismissing))).toEqual(dismissed)
    const { timeline, todo } = answered(await worker().review({ case: dismissed.id }))
    expect(timeline.slice(-2).map(({ event }) => event)).toEqual(['dismiss', 'reassess'])
    expect(todo?.role).toBe('gridWorker')
  })

  it('is before the officer who confirms it', async () => {
    const found = await proposed()
    const officer = community.as('officer-1').returnee
    expect(answered(await officer.review({ case: found.id })).expected).toEqual(central)
    expect(answered(await officer.confirm({ ...act(found), words })).status).toBe('accepted')
  })
})
