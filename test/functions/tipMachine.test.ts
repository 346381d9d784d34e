import { isAllowed } from '@contract/machine'
import type { Actor } from '@contract/roles'
import { tipMachine, tipsActions, type TipEvent, type TipStatus } from '@contract/tips'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { insert } from './support/keeping'
import { act, place, registered } from './support/registrations'
import { storedTip, tipOf, toldTip } from './support/tips'

let community: Community
let inputs: Record<ActedEvent, object>
beforeAll(async () => {
  community = await openCommunity()
  const words = { words: '因为' }
  const registration = await registered(community, 'resident-3')
  inputs = {
    see: {},
    dispatch: { place: place.compound },
    ask: words,
    confirm: words,
    alreadyKnown: words,
    refute: words,
    leaveOpen: words,
    suspect: words,
    accuse: words,
    clear: words,
    condemn: words,
    uphold: words,
    pardon: words,
    join: { into: toldTip(community).id },
    separate: {},
    reopen: words,
    lead: { to: registration.id },
    note: words,
    reassign: { colleague: 'post-officer-1', words: '' },
    reveal: words,
  }
})
afterAll(() => community.close())

/** Who handles cases at the first building. */
const handlers: [who: string, openid: string, actor: Actor][] = [
  ['the grid worker', 'worker-1-1', 'gridWorker'],
  ['the community officer', 'officer-1', 'communityOfficer'],
  ['the street officer', 'street-officer', 'streetOfficer'],
]

/** Who looks after the building, or inspects, or serves elsewhere. */
const others = [
  'steward',
  'gate-keeper',
  'inspector',
  'administrator',
  'worker-1-2',
  'officer-2',
  'resident-1',
]

/** Events that are actions of staff; the others come of a letter, a timer, a place that moves. */
type ActedEvent = TipEvent & keyof typeof tipsActions
const acted = (Object.keys(tipMachine.events) as TipEvent[]).filter(
  (event): event is ActedEvent => event in tipsActions,
)

const cause = (openid: string, event: ActedEvent, found: { id: string; version: number }) =>
  community.send(openid, 'tips', event, { ...act(found), ...inputs[event] })

/** Tips that stand there; how they came to do so is the subject of other tests. */
function tipsIn(status: TipStatus, count: number): { id: string; version: number }[] {
  const isOpen = tipMachine.events.reassign.from.some((open) => open === status)
  const tips = Array.from({ length: count }, () => {
    const told = storedTip(community)
    return { ...told, status, todo: isOpen ? told.todo : null }
  })
  insert(community, 'cases', tips)
  return tips.map(({ _id, version }) => ({ id: _id, version }))
}

describe.each(tipMachine.statuses)('a tip that is %s', (status) => {
  it.each(handlers)(
    'by %s can be changed as the table says, and not otherwise',
    async (_who, openid, actor) => {
      const allowed = acted.filter((event) => isAllowed(tipMachine.events[event], status, [actor]))
      const [untouched = { id: '', version: 0 }, ...tips] = tipsIn(status, allowed.length + 1)
      for (const event of acted.filter((one) => !allowed.includes(one))) {
        expect(refusal(await cause(openid, event, untouched)).code).toBe('eventNotAllowed')
      }
      const shown = answered(await community.as(openid).tips.review({ case: untouched.id }))
      expect(shown).toMatchObject({ status, version: 1, events: allowed })
      for (const [index, event] of allowed.entries()) {
        const { to } = tipMachine.events[event]
        const found = tips[index] ?? untouched
        expect(answered(await cause(openid, event, found))).toEqual({
          ...{ id: found.id, version: 2 },
          ...(event === 'reveal' ? revealed : { status: to === 'same' ? status : to }),
        })
      }
    },
  )
})

const revealed = { words: '外地车牌停在院里', plate: '', where: '', additions: [] }

it.each(others)('nothing about a tip can be seen or changed by %s', async (openid) => {
  const [tip = { id: '', version: 0 }] = tipsIn('told', 1)
  for (const event of acted) {
    expect(refusal(await cause(openid, event, tip)).code).toBe('notFound')
  }
  const { code } = refusal(await community.as(openid).tips.review({ case: tip.id }))
  // Who handles cases elsewhere is not told that there is one here.
  expect(code).toBe(/^(worker|officer)/.test(openid) ? 'notFound' : 'notAllowed')
  expect(tipOf(community, tip.id)).toMatchObject({ status: 'told', version: 1 })
})
